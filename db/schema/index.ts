export {
  assessmentTable,
  diagnosisTable,
  enrolmentTable,
  followUpTable,
  lesionTable,
  modificationTable,
  riskTable,
  therapyTable,
} from "./forms";
export { patientOutcomes, timesToEvent } from "./outcomes";
export { auditEvents, sessions, settings, sites, users, userSites } from "./registry";

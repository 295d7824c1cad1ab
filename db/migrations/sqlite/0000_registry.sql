CREATE TABLE `form_assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_line` text,
	`f_date` text,
	`f_role` text,
	`f_method` text,
	`f_method_missing` text,
	`f_nontarget` text,
	`f_nontarget_missing` text,
	`f_new_lesion` text,
	`f_new_lesion_missing` text,
	`f_new_lesion_site` text,
	`f_new_lesion_site_missing` text,
	`f_response` text,
	`f_response_missing` text,
	`f_not_evaluable_reason` text,
	`f_not_evaluable_reason_missing` text,
	`f_note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_assessment_patient` ON `form_assessment` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_assessment_source` ON `form_assessment` (`source_id`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`source` text NOT NULL,
	`action` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`patient_id` text,
	`before` text,
	`after` text,
	`reason` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_chain` ON `audit_events` (`chain`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_events_row` ON `audit_events` (`row_id`);--> statement-breakpoint
CREATE INDEX `audit_events_at` ON `audit_events` (`at`);--> statement-breakpoint
CREATE TABLE `form_diagnosis` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_diagnosis_date` text,
	`f_diagnosis_date_missing` text,
	`f_histology` text,
	`f_histology_missing` text,
	`f_sarcomatoid` text,
	`f_sarcomatoid_missing` text,
	`f_grade` text,
	`f_grade_missing` text,
	`f_grade_system` text,
	`f_grade_system_missing` text,
	`f_tnm_edition` text,
	`f_tnm_edition_missing` text,
	`f_p_t` text,
	`f_p_t_missing` text,
	`f_p_n` text,
	`f_p_n_missing` text,
	`f_m` text,
	`f_m_missing` text,
	`f_nephrectomy` text,
	`f_nephrectomy_missing` text,
	`f_nephrectomy_date` text,
	`f_nephrectomy_date_missing` text,
	`f_prior_cytokine` text,
	`f_prior_cytokine_missing` text,
	`f_prior_radiotherapy` text,
	`f_prior_radiotherapy_missing` text,
	`f_metastatic_date` text,
	`f_metastatic_date_missing` text,
	`f_metastatic_sites` text,
	`f_metastatic_sites_missing` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_diagnosis_patient` ON `form_diagnosis` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_diagnosis_source` ON `form_diagnosis` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_diagnosis_once` ON `form_diagnosis` (`patient_id`);--> statement-breakpoint
CREATE TABLE `form_enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_site` text,
	`f_pseudonym` text,
	`f_sex` text,
	`f_year_of_birth` real,
	`f_year_of_birth_missing` text,
	`f_consent_date` text,
	`f_consent_date_missing` text,
	`f_consent_scope` text,
	`f_consent_scope_missing` text,
	`f_data_origin` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_enrolment_patient` ON `form_enrolment` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_enrolment_source` ON `form_enrolment` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_enrolment_once` ON `form_enrolment` (`patient_id`);--> statement-breakpoint
CREATE TABLE `form_follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_status` text,
	`f_date` text,
	`f_death_date` text,
	`f_death_cause` text,
	`f_death_cause_missing` text,
	`f_note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_follow_up_patient` ON `form_follow_up` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_follow_up_source` ON `form_follow_up` (`source_id`);--> statement-breakpoint
CREATE TABLE `form_assessment_lesions` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`position` integer NOT NULL,
	`f_label` text,
	`f_organ` text,
	`f_node` text,
	`f_diameter` real
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `form_assessment_lesions_position` ON `form_assessment_lesions` (`entry_id`,`position`);--> statement-breakpoint
CREATE TABLE `form_therapy_modifications` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`position` integer NOT NULL,
	`f_date` text,
	`f_change` text,
	`f_dose` text,
	`f_reason` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `form_therapy_modifications_position` ON `form_therapy_modifications` (`entry_id`,`position`);--> statement-breakpoint
CREATE TABLE `patient_outcomes` (
	`study_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`site_id` text NOT NULL,
	`included` integer NOT NULL,
	`failed_at` text,
	`outcome` text NOT NULL,
	PRIMARY KEY(`study_id`, `patient_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `patient_outcomes_site` ON `patient_outcomes` (`study_id`,`site_id`);--> statement-breakpoint
CREATE TABLE `form_risk` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_date` text,
	`f_karnofsky` real,
	`f_karnofsky_missing` text,
	`f_ecog` text,
	`f_ecog_missing` text,
	`f_haemoglobin` real,
	`f_haemoglobin_missing` text,
	`f_haemoglobin_unit` text,
	`f_haemoglobin_lln` real,
	`f_haemoglobin_uln` real,
	`f_calcium` real,
	`f_calcium_missing` text,
	`f_calcium_unit` text,
	`f_calcium_lln` real,
	`f_calcium_uln` real,
	`f_albumin` real,
	`f_albumin_missing` text,
	`f_albumin_unit` text,
	`f_albumin_lln` real,
	`f_albumin_uln` real,
	`f_ldh` real,
	`f_ldh_missing` text,
	`f_ldh_unit` text,
	`f_ldh_lln` real,
	`f_ldh_uln` real,
	`f_neutrophils` real,
	`f_neutrophils_missing` text,
	`f_neutrophils_unit` text,
	`f_neutrophils_lln` real,
	`f_neutrophils_uln` real,
	`f_platelets` real,
	`f_platelets_missing` text,
	`f_platelets_unit` text,
	`f_platelets_lln` real,
	`f_platelets_uln` real
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_risk_patient` ON `form_risk` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_risk_source` ON `form_risk` (`source_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`version` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source_id` text,
	`allocated` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_source` ON `sites` (`source_id`);--> statement-breakpoint
CREATE TABLE `form_therapy` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`form_version` integer NOT NULL,
	`source_id` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`f_setting` text,
	`f_drugs` text,
	`f_dose_schedule` text,
	`f_dose_schedule_missing` text,
	`f_line_number` real,
	`f_start_date` text,
	`f_status` text,
	`f_stop_date` text,
	`f_stop_date_missing` text,
	`f_stop_reason` text,
	`f_stop_reason_missing` text,
	`f_note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_therapy_patient` ON `form_therapy` (`patient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_therapy_source` ON `form_therapy` (`source_id`);--> statement-breakpoint
CREATE TABLE `times_to_event` (
	`study_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`line` integer NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	`days` integer NOT NULL,
	`event` integer NOT NULL,
	`reason` text NOT NULL,
	`source_form` text,
	`source_entry_id` text,
	`source_field` text,
	PRIMARY KEY(`study_id`, `patient_id`, `endpoint`, `line`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_sites` (
	`user_id` text NOT NULL,
	`site_id` text NOT NULL,
	PRIMARY KEY(`user_id`, `site_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`active` integer NOT NULL,
	`failed_sign_ins` integer NOT NULL,
	`locked_until` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);
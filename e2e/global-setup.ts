import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeRegistry, startCopy, temporaryFolder } from "./installation";

/** Before all journeys: one demonstration registry to copy from, one empty one, and one server that the reading journeys share. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!existsSync(fileURLToPath(new URL("../.next/BUILD_ID", import.meta.url))))
    throw new Error("There is no production build: start the journeys with npm test -- --journeys.");
  const demonstration = temporaryFolder();
  const empty = temporaryFolder();
  await makeRegistry(demonstration, "demonstration");
  await makeRegistry(empty, "empty");
  const shared = await startCopy(demonstration);
  process.env.JOURNEY_DEMONSTRATION = demonstration;
  process.env.JOURNEY_EMPTY = empty;
  process.env.JOURNEY_ADDRESS = shared.address;
  process.env.JOURNEY_FOLDER = shared.folder;
  return async () => {
    await shared.stop();
    for (const folder of [demonstration, empty]) rmSync(folder, { recursive: true, force: true });
  };
}

import { defineConfig } from "drizzle-kit";
import { dialect } from "./db/dialect";

/** One config for both dialects: DATABASE_URL says which is generated. */
export default defineConfig({
  dialect: dialect === "postgres" ? "postgresql" : "sqlite",
  schema: "./db/schema/index.ts",
  out: `./db/migrations/${dialect}`,
});

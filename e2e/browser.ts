import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** A browser that has been started once, and the environment it needs. */
export type JourneyBrowser = {
  readonly ok: true;
  readonly name: string;
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

type Candidate = Omit<JourneyBrowser, "ok">;

export type NoBrowser = { readonly ok: false; readonly message: string };

const unpacked = fileURLToPath(new URL("../node_modules/.cache/sequela-browser", import.meta.url));

/** Environment for a browser: what this process has, and what the candidate adds. */
export function browserEnvironment(env: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(inherited), ...env };
}

async function starts(candidate: Candidate): Promise<boolean> {
  try {
    const { executablePath, env } = candidate;
    const browser = await chromium.launch({ executablePath, env: browserEnvironment(env), timeout: 60_000 });
    const page = await browser.newPage();
    await page.setContent("<h1>ready</h1>");
    const text = await page.textContent("h1");
    await browser.close();
    return text === "ready";
  } catch {
    return false;
  }
}

/** The Chromium inside the npm package @sparticuz/chromium, unpacked with its own libraries and fonts. */
async function packaged(): Promise<Candidate | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  mkdirSync(unpacked, { recursive: true });
  process.env.TMPDIR = unpacked;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  try {
    const { default: packagedChromium } = await import("@sparticuz/chromium");
    const executablePath = await packagedChromium.executablePath();
    const { LD_LIBRARY_PATH = "", FONTCONFIG_PATH = "" } = process.env;
    return { name: "Chromium from npm", executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } };
  } catch {
    return null;
  } finally {
    delete process.env.TMPDIR;
  }
}

async function packagedAfresh(): Promise<Candidate | null> {
  rmSync(unpacked, { recursive: true, force: true });
  return packaged();
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

function onSystem(): Candidate | null {
  const executablePath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    .map(onPath)
    .find((file) => file !== undefined);
  return executablePath ? { name: executablePath, executablePath, env: {} } : null;
}

function downloaded(): Candidate | null {
  const executablePath = chromium.executablePath();
  if (!existsSync(executablePath)) {
    console.log("Trying Playwright's own download …");
    const cli = fileURLToPath(new URL("../node_modules/@playwright/test/cli.js", import.meta.url));
    spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 180_000 });
  }
  return existsSync(executablePath) ? { name: "Playwright's Chromium", executablePath, env: {} } : null;
}

function fromDebian(): Candidate | null {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return null;
  console.log("Installing Debian's chromium …");
  try {
    execFileSync("apt-get", ["update", "-q"], { stdio: "ignore", timeout: 300_000 });
    execFileSync("apt-get", ["install", "-yq", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
      timeout: 600_000,
    });
  } catch {
    return null;
  }
  return onSystem();
}

/** The first browser that really starts: the named one, the one from npm, the system's, Playwright's download, Debian's. */
export async function findBrowser(): Promise<JourneyBrowser | NoBrowser> {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    const candidate = { name: named, executablePath: named, env: {} };
    if (await starts(candidate)) return { ok: true, ...candidate };
    return { ok: false, message: `PLAYWRIGHT_CHROMIUM names ${named}, which does not start as a browser.` };
  }
  for (const find of [packaged, packagedAfresh, onSystem, downloaded, fromDebian]) {
    const candidate = await find();
    if (candidate && (await starts(candidate))) return { ok: true, ...candidate };
  }
  return {
    ok: false,
    message:
      "No browser for the journeys: install Chromium (Debian: apt-get install chromium) or set PLAYWRIGHT_CHROMIUM to one.",
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await findBrowser()));

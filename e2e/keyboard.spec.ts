import type { Page } from "@playwright/test";
import { enrol, signIn } from "./steps";
import { expect, test } from "./test";

test.use({ registry: "own" });

/** Presses Tab until the element with the accessible name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
      return [
        focused?.getAttribute("aria-label"),
        ...labels.map((item) => item.textContent),
        focused?.textContent,
      ]
        .filter(Boolean)
        .join(" ");
    });
    if (typeof name === "string" ? label.includes(name) : name.test(label)) return;
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

test("a therapy line is entered and completed by keyboard alone", async ({ page, account }) => {
  test.setTimeout(120_000);
  await signIn(page, account("clinician"));
  await enrol(page, "BER");
  await tabTo(page, "Add therapy line");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Complete", exact: true })).toBeEnabled();
  await tabTo(page, "Metastatic disease");
  await page.keyboard.press("Space");
  await tabTo(page, "Drugs");
  await page.keyboard.type("sorafenib");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await tabTo(page, "Starting dose and schedule");
  await page.keyboard.type("400 mg twice daily");
  await tabTo(page, "Day");
  await page.keyboard.type("14 mar 2009");
  await tabTo(page, "Stopped");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("region", { name: "Save" })).toContainText(/Draft|Complete/);
  await tabTo(page, /^Complete$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Save" })).toContainText(/Complete.*version/);
  await page.goto(new URL(page.url()).pathname.split("/").slice(0, 3).join("/"));
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: /^1\. sorafenib/ }) });
  await expect(row).toContainText("14 Mar 2009");
  await expect(row).toContainText(/ongoing/i);
});

import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

/** What axe finds serious on a page, one line each. */
async function findingsOf(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} at ${target.join(" ")}: ${html}`))
}

/** Opens the page and expects nothing serious: in light and dark, on a desktop and on a phone, nothing cut off. */
export async function expectAccessible(page: Page, url: string, heading: RegExp): Promise<void> {
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  await page.goto(url)
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible()
  // What is still on its way is not judged.
  await expect(page.getByRole("status", { name: "Reading" })).toHaveCount(0)
  expect.soft(await findingsOf(page), `${url} on a desktop, light`).toEqual([])
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  expect.soft(await findingsOf(page, ["color-contrast"]), `${url} on a desktop, dark`).toEqual([])
  await page.setViewportSize(PHONE)
  expect.soft(await findingsOf(page), `${url} on a phone, dark`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(overflow, `${url} is wider than a phone`).toBeLessThanOrEqual(0)
}

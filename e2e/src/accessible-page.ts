import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

/** What axe finds serious on a page, one line each. */
async function findingsOf(page: Page): Promise<string[]> {
  // The pages have no frames, which is all that the slower mode adds.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} at ${target.join(" ")}: ${html}`))
}

/** Opens the page and expects nothing serious: light on a desktop, dark on a phone, and nothing cut off there. */
export async function expectAccessible(page: Page, url: string): Promise<void> {
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  await page.goto(url)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  // What is still on its way is not judged.
  await expect(page.getByRole("status", { name: "Reading" })).toHaveCount(0)
  expect.soft(await findingsOf(page), `${url} on a desktop, light`).toEqual([])
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await page.setViewportSize(PHONE)
  expect.soft(await findingsOf(page), `${url} on a phone, dark`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(overflow, `${url} is wider than a phone`).toBeLessThanOrEqual(0)
}

/** The same of many pages, two side by side: most of the time is the browser's own, which works on both. */
export async function expectAllAccessible(page: Page, urls: readonly string[]): Promise<void> {
  const waiting = [...urls]
  const walk = async (each: Page) => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
      await expectAccessible(each, url)
  }
  const beside = await page.context().newPage()
  await Promise.all([walk(page), walk(beside)])
  await beside.close()
}

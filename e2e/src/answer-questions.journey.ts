import { expect, type Page, test } from "@playwright/test"
import { ADMIN } from "./addresses.ts"
import { ask, logOf, openChat } from "./chat.ts"
import { signIn } from "./staff.ts"

const FIRST =
  "Hi! 14 adults and 3 kids (4, 7 and 11) in Oakland on the second Saturday of next month around 6, two of us want lobster. How much?"
const OTHER_WORDS =
  "What would it cost us for 22 adults and 3 kids (5, 8 and 9) in Oakland on the second Saturday of next month at 6, two of us want lobster?"
const WEDDING =
  "Plan my 50-person wedding, two vegans, one shellfish allergy, can we move it if it rains, and what about tips?"

test("the same question in other words is answered from the kept answer, with its own numbers", async ({
  page,
  browser,
}) => {
  await openChat(page)
  await ask(page, FIRST)
  const second = await (await browser.newContext()).newPage()
  await openChat(second)
  const answer = await ask(second, OTHER_WORDS)
  // 22 × 55 + 2 × 30 + 2 × 15; the five-year-old is free.
  expect(answer).toContain("$1,300.00")
  expect(answer).not.toContain("$860.00")

  await signIn(page)
  await openTraceOf(page, "template", "What would it cost us for 22 adults")
  await expect(page.getByText("Similar answer")).toBeVisible()
  const check = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({
      has: page.getByRole("heading", { name: "Similarity check" }),
    })
  await expect(check.last().getByText("Hit", { exact: true })).toBeVisible()
  await expect(check.last().getByText(/Similarity (0\.(8[5-9]|9)\d*|1\.000)/)).toBeVisible()
  await expect(page.getByRole("heading", { name: "Details in this message (slots)" })).toBeVisible()
  await expect(page.getByText("Read the discussion behind it")).toHaveCount(0)
})

test("a price can be traced to the articles it rests on", async ({ page }) => {
  await openChat(page)
  await ask(page, FIRST)
  await logOf(page)
    .getByText(/^\d+ sources?$/)
    .click()
  await expect(
    logOf(page)
      .getByRole("link", { name: /\(version \d+\)/ })
      .first(),
  ).toBeVisible()
})

test("a wedding with many questions is discussed by three seats in four rounds that staff can read", async ({
  page,
}) => {
  await openChat(page)
  const answer = await ask(page, WEDDING)
  expect(answer).toMatch(/tofu|vegetables/i)
  expect(answer).toMatch(/shellfish/i)
  expect(answer).toMatch(/rain|weather|cover/i)
  expect(answer).toMatch(/20\s*%/)
  const sources = logOf(page).getByText(/^\d+ sources?$/)
  await sources.click()
  const source = logOf(page)
    .getByRole("link", { name: /\(version \d+\)/ })
    .first()
  const title = (await source.textContent())?.replace(/ \(version.*/, "") ?? ""
  await source.click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title)

  await signIn(page)
  await openTraceOf(page, "discussion", "Plan my 50-person wedding")
  await page.getByRole("link", { name: "Read the discussion behind it" }).click()
  await expect(page.getByText("Four rounds")).toBeVisible()
  for (const round of ["Proposals", "Critiques", "Revisions", "Synthesis"])
    await expect(page.getByRole("heading", { level: 2, name: new RegExp(round) })).toBeVisible()
  await expect(page.getByRole("definition").filter({ hasText: /^3$/ })).toBeVisible()
  await expect(page.getByRole("heading", { level: 2, name: "Dissent" })).toBeVisible()
  await expect(page.getByText(/\d+ facts on the table/)).toBeVisible()
  await expect(page.getByRole("definition").filter({ hasText: /^\$\d+\.\d+ of \$\d/ })).toBeVisible()
})

/** Opens the newest trace of the question that was answered in this way. */
async function openTraceOf(page: Page, way: "discussion" | "template", question: string): Promise<void> {
  await page.goto(`${ADMIN}/assistant/traces?responder=${way}`)
  await page.getByRole("link", { name: question }).first().click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText(question)
}

import { type BrowserContext, expect, type Page, test } from "@playwright/test"
import { CUSTOMER } from "./addresses.ts"
import { GOOD_CARD, type Person, payOnHostedPage, signAndGoToPay } from "./checkout.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareHold, prepareQuote } from "./prepared-party.ts"

const MIAMI = "1200 Brickell Ave, Miami, FL 33131"
/** One chef for each 30 guests: this party takes three of the four chefs of the sample business in Miami. */
const NEARLY_EVERYBODY = 75
const FIRST: Person = { name: "Ana Whitlock", email: "ana.whitlock@example.com" }
const SECOND: Person = { name: "Ben Castellano", email: "ben.castellano@example.com" }

test("two customers at one start with one chef left: one gets it, the other a clear sentence and other starts", async ({
  page,
  browser,
  request,
}) => {
  const startsAt = await startWithOneChefLeft(page)
  const second = await pageIn(await browser.newContext())
  await openPriceAt(page, startsAt)
  await openPriceAt(second, startsAt)
  await fillContact(page, FIRST)
  await fillContact(second, SECOND)
  await Promise.all([
    page.getByRole("button", { name: "Hold this start" }).click(),
    second.getByRole("button", { name: "Hold this start" }).click(),
  ])

  const [winner, loser, winningPerson] = await Promise.race([
    page.waitForURL(/\/hold\//).then(() => [page, second, FIRST] as const),
    second.waitForURL(/\/hold\//).then(() => [second, page, SECOND] as const),
  ])
  const refusal = loser.getByRole("alert").filter({ hasText: "The start is not held yet." })
  await expect(refusal).toBeVisible()
  await expect(loser.getByRole("radio", { checked: true })).toHaveCount(0)
  await expect(loser).toHaveURL(/\/quote\//)

  // Signed and paid, it stays the first one's: the other one's starts of the day no longer hold it.
  await signAndGoToPay(winner, winningPerson)
  await payOnHostedPage(winner, GOOD_CARD)
  await expect(winner.getByRole("heading", { name: "Your party is booked" })).toBeVisible({ timeout: 30_000 })
  const quoteToken = new URL(loser.url()).pathname.split("/").at(-1) ?? ""
  const day = startsAt.slice(0, 10)
  const left = await freeStarts(request, quoteToken, 12, day, day)
  expect(left.map((start) => start.startsAt)).not.toContain(startsAt)
  const refused = await request.post(`${CUSTOMER}/api/v1/public/holds`, {
    data: { quoteToken, startsAt, contact: SECOND },
    headers: { "idempotency-key": crypto.randomUUID() },
  })
  expect(refused.status()).toBe(409)
})

async function pageIn(context: BrowserContext): Promise<Page> {
  return context.newPage()
}

/** Finds a start at which every chef in Miami is free and holds all but one of them. */
async function startWithOneChefLeft(page: Page): Promise<string> {
  const quoteToken = await prepareQuote(page.request, { adults: NEARLY_EVERYBODY, address: MIAMI })
  const [start] = await freeStarts(page.request, quoteToken, 120, dayAfter(30), dayAfter(60))
  if (!start) throw new Error("No start has all four chefs free; the sample business has changed.")
  await prepareHold(page.request, quoteToken, start.startsAt, {
    name: "Large Company",
    email: "large.company@example.com",
  })
  return start.startsAt
}

async function openPriceAt(page: Page, startsAt: string): Promise<void> {
  const quoteToken = await prepareQuote(page.request, { adults: 12, address: MIAMI })
  await page.goto(`/quote/${quoteToken}?start=${encodeURIComponent(startsAt)}`)
  await expect(page.getByRole("radio", { checked: true })).toBeVisible()
}

async function fillContact(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Your name").fill(person.name)
  await page.getByLabel("E-mail").fill(person.email)
}

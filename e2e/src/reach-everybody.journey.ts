import { expect, type Page, test } from "@playwright/test"
import { expectAccessible, expectAllAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { ask, openChat } from "./chat.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuestion, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"

const PERSON = { name: "Iris Adeyemi", email: "iris.adeyemi@example.com" }
const ADDRESS = "3300 Capitol Ave, Fremont, CA 94538"

const tokens = { quote: "", unsigned: "", paid: "", booking: "" }

// Every list needs a first row: a booking with its payment, and a question with its discussion.
test.beforeAll(async ({ request }) => {
  const party = { adults: 12, address: ADDRESS }
  const [quote, first, second] = [
    await prepareQuote(request, { adults: 14, address: ADDRESS }),
    await prepareQuote(request, party),
    await prepareQuote(request, party),
  ]
  const [start] = await freeStarts(request, first, 12, dayAfter(7), dayAfter(60))
  const unsigned = await prepareHold(request, first, start?.startsAt ?? "", PERSON)
  const paid = await prepareHold(request, second, start?.startsAt ?? "", PERSON)
  const booking = await prepareBooking(request, paid, PERSON)
  Object.assign(tokens, { quote, unsigned: unsigned.token, paid: paid.token, booking })
  await prepareQuestion(request, "We are 30 adults with two vegans; what about rain, tips and allergies?")
})

test("the customer's pages are for everybody: light, dark, phone and desktop", async ({ page }) => {
  const paths = [
    "/",
    "/menu",
    "/help",
    "/help/what-it-costs",
    `/quote/${tokens.quote}`,
    `/hold/${tokens.unsigned}`,
    `/hold/${tokens.paid}/paid`,
    `/party/${tokens.booking}`,
    "/nowhere",
  ]
  await expectAllAccessible(page, paths)
  await openChat(page)
  await ask(page, "How much is it for 12 adults in Fremont on the first Saturday of next month at 6pm?")
  await expectAccessible(page, "/chat")
})

test("staff's daily pages are for everybody: light, dark, phone and desktop", async ({ page }) => {
  await expectAllAccessible(page, [`${ADMIN}/login`, `${ADMIN}/forgot-password`])
  await signIn(page)
  const paths = ["/", "/inbox", "/calendar", "/calendar?view=week", "/bookings", "/customers", "/crew"]
  await expectAllAccessible(
    page,
    paths.map((path) => `${ADMIN}${path}`),
  )
  for (const list of ["/inbox", "/bookings", "/customers"]) await expectFirstAccessible(page, list)
})

test("staff's pages of money and menu are for everybody", async ({ page }) => {
  await signIn(page)
  const paths = ["/money", "/money/balance", "/money/webhooks", "/menu", "/menu/prices", "/menu/policies"]
  await expectAllAccessible(
    page,
    paths.map((path) => `${ADMIN}${path}`),
  )
  await expectFirstAccessible(page, "/money")
})

test("staff's pages of the assistant are for everybody", async ({ page }) => {
  await signIn(page)
  const names = ["traces", "classroom", "seats", "similarity", "agents", "knowledge", "knowledge/new"]
  await expectAllAccessible(
    page,
    names.map((name) => `${ADMIN}/assistant/${name}`),
  )
  for (const list of ["traces", "classroom", "knowledge"])
    await expectFirstAccessible(page, `/assistant/${list}`)
})

test("staff's settings are for everybody", async ({ page }) => {
  await signIn(page)
  const paths = ["", "/staff", "/flags", "/audit", "/system"]
  await expectAllAccessible(
    page,
    paths.map((path) => `${ADMIN}/settings${path}`),
  )
})

/** The page behind the first row of a list. */
async function expectFirstAccessible(page: Page, list: string): Promise<void> {
  await page.goto(`${ADMIN}${list}`)
  const links = page.getByRole("main").locator(`a[href^="${list}/"], a[href^="${list}?"]`)
  const href = await links.first().getAttribute("href")
  expect(href).not.toBeNull()
  await expectAccessible(page, `${ADMIN}${href}`)
}

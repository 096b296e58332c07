import { expect, type Page, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { SAMPLE_PASSWORD, signIn, tryToSignIn } from "./staff.ts"

const ADULTS = 8
const ADDRESS = "1221 Broadway, Oakland, CA 94612"
const PERSON = { name: "Imani Okoro", email: "imani.okoro@example.com" }
const CHEF = "Kenji Marlow"
const PHONE = { width: 390, height: 844 }

/** Sends the sample chef to the party, by way of somebody else when the rule has chosen him already. */
async function sendChef(page: Page): Promise<void> {
  const crew = page.getByRole("region", { name: "Crew" })
  await expect(crew.getByText("Not answered")).toBeVisible()
  const isThere = await crew.getByText(CHEF).isVisible()
  for (const name of isThere ? [/^Ask (?!Kenji)/, `Ask ${CHEF}`] : [`Ask ${CHEF}`]) {
    await crew.getByRole("button", { name: "Swap…" }).click()
    const dialog = page.getByRole("dialog")
    await expect(dialog.getByText(/% of an equal share|an equal share/).first()).toBeVisible()
    await dialog.getByRole("button", { name }).first().click()
    await expect(dialog).toHaveCount(0)
  }
  await expect(crew.getByText(CHEF)).toBeVisible()
}

test("the office swaps a chef, who takes the party on the phone and reports from it", async ({
  page,
  request,
  browser,
}) => {
  const quote = await prepareQuote(request, { adults: ADULTS, address: ADDRESS })
  const starts = await freeStarts(request, quote, ADULTS, dayAfter(80), dayAfter(95))
  const start = starts.find(({ date }) => new Date(`${date}T12:00:00Z`).getUTCDay() === 6)
  if (!start) throw new Error("No Saturday start is free in the two weeks.")
  const hold = await prepareHold(request, quote, start.startsAt, PERSON)
  await prepareBooking(request, hold, PERSON)

  await signIn(page, "dispatcher")
  await expect(page.getByRole("heading", { name: "Crew not complete" })).toBeVisible()
  await page.goto(`${ADMIN}/bookings?search=${encodeURIComponent(PERSON.name)}`)
  await page.getByRole("link", { name: PERSON.name }).first().click()
  await sendChef(page)
  const bookingUrl = page.url()

  const context = await browser.newContext({ viewport: PHONE, permissions: [] })
  const phone = await context.newPage()
  await tryToSignIn(phone, "chef", SAMPLE_PASSWORD)
  await expect(phone.getByRole("heading", { level: 1, name: "My parties" })).toBeVisible()
  await phone
    .getByRole("link", { name: /Oakland/ })
    .first()
    .click()
  await expect(phone.getByText(PERSON.name)).toBeVisible()
  await expect(phone.getByText(PERSON.email)).toHaveCount(0)
  await expect(phone.getByText("The customer's number is here on the day of the party.")).toBeVisible()
  await phone.getByRole("button", { name: "Accept" }).click()
  await expect(phone.getByText(/On the day of the party you say here that you have arrived/)).toBeVisible()
  await phone.getByRole("button", { name: "Report a problem…" }).click()
  await phone.getByRole("radio", { name: "Something broke" }).click()
  await phone.getByLabel("In a few words").fill("The grill's gas hose is torn; I need another one.")
  await phone.getByRole("button", { name: "Tell the office" }).click()
  await expect(phone.getByText(/Reported: The grill's gas hose/)).toBeVisible()
  const jobUrl = phone.url()
  for (const url of [`${ADMIN}/my`, jobUrl, `${ADMIN}/my/pay`, `${ADMIN}/my/account`])
    await expectAccessible(phone, url)
  await phone.goto(`${ADMIN}/bookings`)
  await expect(phone.getByRole("heading", { level: 1, name: "My parties" })).toBeVisible()

  await page.goto(bookingUrl)
  const crew = page.getByRole("region", { name: "Crew" })
  await expect(crew.getByText("Accepted")).toBeVisible()
  await expect(crew.getByText(/gas hose/)).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 }).getByText("Assigned")).toBeVisible()
  for (const url of [`${ADMIN}/crew/load`, bookingUrl]) await expectAccessible(page, url)
  await context.close()
})

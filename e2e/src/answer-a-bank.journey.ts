import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"

const HOST = { name: "Dana Okafor", email: "dana.okafor@example.com" }
// The sandbox's bank takes what this card pays back at once.
const DISPUTING_CARD = "4000000000000259"

test("a dispute is answered with the evidence; a day is compared; messages are replayed with progress", async ({
  page,
}) => {
  const quote = await prepareQuote(page.request, {
    adults: 16,
    address: "3300 Capitol Ave, Fremont, CA 94538",
  })
  const in30Days = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const in36Days = new Date(Date.now() + 36 * 86_400_000).toISOString().slice(0, 10)
  const [start] = await freeStarts(page.request, quote, 16, in30Days, in36Days)
  const hold = await prepareHold(page.request, quote, start?.startsAt ?? "", HOST)
  await prepareBooking(page.request, hold, HOST, DISPUTING_CARD)

  await signIn(page, "owner")
  await expect(async () => {
    await page.goto(`${ADMIN}/money/disputes`)
    await expect(page.getByRole("link", { name: HOST.name }).first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expectAccessible(page, `${ADMIN}/money/disputes`)
  await page.getByRole("link", { name: HOST.name }).first().click()
  await expect(page.getByText(`Signed by ${HOST.name}`)).toBeVisible()
  await expectAccessible(page, page.url())
  const statement = page.getByLabel("What the bank will read")
  await expect(statement).toHaveValue(/SHA-256/)
  await statement.fill(`${await statement.inputValue()}\n\nwinning_evidence`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: "light" })
  await page.getByRole("button", { name: "Send to the bank…" }).click()
  await page.getByRole("button", { name: "Send it" }).click()
  await expect(page.getByText("Won", { exact: true })).toBeVisible({ timeout: 30_000 })

  await expectAccessible(page, `${ADMIN}/money/reconciliation`)
  await page.getByRole("button", { name: "Compare yesterday" }).click()
  await expect(page.getByRole("heading", { level: 1, name: /^\d{4}-\d\d-\d\d/ })).toBeVisible()
  await expectAccessible(page, page.url())

  await expectAccessible(page, `${ADMIN}/money/webhooks?state=processed`)
  await page.getByRole("button", { name: "Replay all…" }).click()
  await page.getByRole("button", { name: "Replay them" }).click()
  await expect(page.getByText(/^Done: (\d+) of \1 seen to, 0 failed again\.$/)).toBeVisible({
    timeout: 30_000,
  })
})

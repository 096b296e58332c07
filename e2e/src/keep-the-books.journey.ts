import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

const HOST = { name: "Paula Parts", email: "paula.parts@example.com" }
const DAY_MS = 86_400_000

test("staff plan a balance in two parts, the customer sees both, and the books go to the accountant", async ({
  page,
}) => {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const address = "3300 Capitol Ave, Fremont, CA 94538"
  const quote = await prepareQuote(page.request, { adults: 16, address })
  const [start] = await freeStarts(page.request, quote, 16, day(20), day(26))
  const hold = await prepareHold(page.request, quote, start?.startsAt ?? "", HOST)
  const token = await prepareBooking(page.request, hold, HOST)

  await signIn(page, "owner")
  await page.goto(`${ADMIN}/bookings/${token.split(".")[0]}`)
  await page.getByRole("button", { name: "Plan…" }).click()
  await page.getByLabel("Part 1, dollars").fill("200.00")
  await expect(page.getByRole("button", { name: "Save the plan" })).toBeDisabled()
  await page.getByRole("button", { name: "Another part" }).click()
  await page.getByLabel("Due on").nth(0).fill(day(5))
  await page.getByLabel("Due on").nth(1).fill(day(12))
  await page.getByRole("button", { name: "Save the plan" }).click()
  await expect(toastOf(page, "The plan holds")).toBeVisible()
  await expect(page.getByRole("list", { name: "Payment schedule" }).getByRole("listitem")).toHaveCount(3)

  await expectAccessible(page, `${ADMIN}/money/bookkeeping`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole("button", { name: "Name Bank account" }).click()
  await page.getByLabel("QuickBooks account").fill('Check"ing')
  await page.getByRole("button", { name: "Save the names" }).click()
  await expect(page.getByText(/Leave out quotation marks/)).toBeVisible()
  await page.getByLabel("QuickBooks account").fill("Checking")
  await page.getByRole("button", { name: "Save the names" }).click()
  await expect(toastOf(page, "Bank account is named")).toBeVisible()
  await page.goto(`${ADMIN}/money/bookkeeping?from=${day(-1)}&to=${day(1)}`)
  await expect(page.getByText("It balances")).toBeVisible()
  await expect(page.getByText("The last day is not over yet, so there are no files")).toBeVisible()
  await expect(page.getByText(/Name these accounts below first/).first()).toBeVisible()

  await expectAccessible(page, `${CUSTOMER}/party/${token}`)
  await expect(page.getByRole("button", { name: "Pay $200.00" })).toBeVisible()
  await expect(page.getByRole("button", { name: /^Pay all \$/ })).toBeVisible()
})

import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

const ADULTS = 6
const ADDRESS = "1000 I St, Sacramento, CA 95814"
const PERSON = { name: "Robin Fielding", email: "robin.fielding@example.com" }

test("a customer says who eats what; an unsafe dish cannot be chosen, and the chef's sheet shows the allergy", async ({
  page,
  request,
}) => {
  const quote = await prepareQuote(request, { adults: ADULTS, address: ADDRESS })
  const [start] = await freeStarts(request, quote, ADULTS, dayAfter(60), dayAfter(75))
  if (!start) throw new Error("No start is free in the two weeks.")
  const hold = await prepareHold(request, quote, start.startsAt, PERSON)
  const token = await prepareBooking(request, hold, PERSON)

  await page.goto(`${CUSTOMER}/party/${token}`)
  await page.getByRole("link", { name: "Choose" }).click()
  await expect(page.getByText(`0 of ${ADULTS} have chosen`)).toBeVisible()
  const first = page.getByRole("group").first()
  await first.getByLabel("Name of adult 1").fill("Noa")
  await first.getByLabel("First protein").selectOption({ label: "Chicken" })
  await first.getByText("Allergies").click()
  await first.getByLabel("shellfish").check()
  await first.getByLabel("dairy").check()
  await expect(first.getByRole("option", { name: "Shrimp (not safe)" }).first()).toBeDisabled()
  await expect(first.getByText("chicken without butter")).toBeVisible()
  await page.getByRole("button", { name: "The same for everybody else" }).click()
  await expect(page.getByText(`${ADULTS} of ${ADULTS} have chosen`)).toBeVisible()
  await page.getByRole("button", { name: "Save who eats what" }).click()
  await expect(toastOf(page, "Saved.")).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Name of adult 1")).toHaveValue("Noa")
  await expectAccessible(page, `${CUSTOMER}/party/${token}/guests`)

  await signIn(page)
  await page.goto(`${ADMIN}/bookings?search=${encodeURIComponent(PERSON.name)}`)
  await page.getByRole("link", { name: PERSON.name }).first().click()
  const sheet = page.getByRole("region", { name: "Food and allergies" })
  await expect(sheet.getByText(`${ADULTS} of ${ADULTS} guests have chosen`)).toBeVisible()
  await expect(sheet.getByText("shellfish", { exact: true })).toBeVisible()
  await expect(sheet.getByText("Chicken without butter")).toBeVisible()
})

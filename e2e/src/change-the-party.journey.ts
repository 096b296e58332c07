import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { mailTo } from "./mailbox.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

const ADULTS = 12
const ADDRESS = "1000 I St, Sacramento, CA 95814"
const PERSON = { name: "Wren Castellano", email: "wren.castellano@example.com" }

test("a customer accepts the price of two more guests, staff let the party wait for the weather, and it moves free", async ({
  page,
  request,
}) => {
  const quote = await prepareQuote(request, { adults: ADULTS, address: ADDRESS })
  const [start] = await freeStarts(request, quote, ADULTS, dayAfter(40), dayAfter(55))
  if (!start) throw new Error("No start is free in the two weeks.")
  const hold = await prepareHold(request, quote, start.startsAt, PERSON)
  const token = await prepareBooking(request, hold, PERSON)

  await page.goto(`${CUSTOMER}/party/${token}`)
  await page.getByRole("button", { name: "Change", exact: true }).click()
  await page.getByRole("button", { name: "One adult more" }).click()
  await page.getByRole("button", { name: "One adult more" }).click()
  await page.getByRole("button", { name: "See the price" }).click()
  await expect(page.getByText("14 adults").first()).toBeVisible()
  await expect(page.getByText("$110.00").first()).toBeVisible()
  await page.getByRole("button", { name: /^Accept: \$\d+\.\d\d more$/ }).click()
  await expect(toastOf(page, "Changed.")).toBeVisible()
  await expect(page.getByRole("region", { name: "What is set" }).getByText("14 adults")).toBeVisible()
  await mailTo(request, PERSON.email, /is changed/)

  await signIn(page)
  await page.goto(`${ADMIN}/bookings?search=${encodeURIComponent(PERSON.name)}`)
  await page.getByRole("link", { name: PERSON.name }).first().click()
  await page.getByRole("button", { name: "Weather…" }).click()
  await page.getByLabel("What the forecast says").fill("Thunderstorms all evening")
  await page.getByRole("button", { name: "Let the party wait" }).click()
  await expect(page.getByText("Waits for the weather").first()).toBeVisible()
  await expectAccessible(page, page.url())

  const mail = await mailTo(request, PERSON.email, /waits for the weather/)
  const link = /http\S+\/party\/\S+/.exec(mail.text)?.[0] ?? ""
  await page.goto(link)
  const weather = page.getByRole("region", { name: "The weather" })
  await expect(weather.getByText("Thunderstorms all evening")).toBeVisible()
  await expectAccessible(page, link)
  await weather.getByRole("button", { name: "Move" }).click()
  await expect(
    page.getByText("A move because of the weather is free and does not use up the free move.", {
      exact: true,
    }),
  ).toBeVisible()
  await page.getByRole("radio", { checked: false }).first().check()
  await page.getByRole("button", { name: "Move the party", exact: true }).click()
  await expect(toastOf(page, "The party is moved.")).toBeVisible()
  await expect(weather).toHaveCount(0)
  await expect(page.getByText("booked", { exact: true })).toBeVisible()
})

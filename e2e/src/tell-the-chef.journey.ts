import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { SAMPLE_PASSWORD, signIn, tryToSignIn } from "./staff.ts"

const PERSON = { name: "Petra Vinther", email: "petra.vinther@example.com" }
const ADDRESS = "39550 Liberty St, Fremont, CA 94538"
const PHONE = { width: 390, height: 844 }

test("host and office say what the crew should know, a view keeps the party at hand, and a chef asks for days off", async ({
  page,
  request,
  browser,
}) => {
  const quote = await prepareQuote(request, { adults: 9, address: ADDRESS })
  const [start] = await freeStarts(request, quote, 9, dayAfter(40), dayAfter(50))
  if (!start) throw new Error("No start is free in the ten days.")
  const token = await prepareBooking(
    request,
    await prepareHold(request, quote, start.startsAt, PERSON),
    PERSON,
  )

  const context = await browser.newContext({ viewport: PHONE })
  const phone = await context.newPage()
  await phone.goto(`${CUSTOMER}/party/${token}`)
  const row = phone.getByRole("listitem").filter({ hasText: "For your chef" })
  await row.getByRole("button", { name: "Tell" }).click()
  await phone.getByLabel("How does your chef come in?").fill("Gate code 2468, side door")
  await phone.getByLabel("Where will the grill stand?").selectOption("outdoor_covered")
  await phone.getByRole("button", { name: "Save" }).click()
  await expect(phone.getByRole("dialog")).toHaveCount(0)
  await row.getByRole("button", { name: "Tell" }).click()
  await expect(phone.getByLabel("How does your chef come in?")).toHaveValue("Gate code 2468, side door")

  await signIn(page, "dispatcher")
  await page.goto(`${ADMIN}/bookings?search=Vinther`)
  await page.getByRole("button", { name: "Save view…" }).click()
  await page.getByRole("dialog").getByLabel("Name").fill("Vinther's parties")
  await page.getByLabel("Open it first when I come here").check()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByLabel("Saved views")).toBeVisible()
  await page.goto(`${ADMIN}/bookings`)
  await expect(page).toHaveURL(/search=Vinther/)
  await expectAccessible(page, `${ADMIN}/bookings?search=Vinther`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole("button", { name: "Views…" }).click()
  await page.getByRole("button", { name: "Delete Vinther's parties" }).click()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(page.getByLabel("Saved views")).toContainText("Vinther's parties")

  await page.getByRole("link", { name: PERSON.name }).first().click()
  await expect(page.getByText("Gate code 2468, side door")).toBeVisible()
  await page.getByRole("button", { name: "Edit details…" }).click()
  await page.getByLabel("Address").fill("1 Main St, Reno, NV 89501")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByRole("dialog").getByText(/Price it as a change/)).toBeVisible()
  await page.getByLabel("Address").fill(ADDRESS)
  await page.getByLabel("Occasion").fill("Silver wedding")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Silver wedding").first()).toBeVisible()
  await expectAccessible(page, page.url())
  await context.close()

  const pocket = await browser.newContext({ viewport: PHONE })
  const chef = await pocket.newPage()
  await tryToSignIn(chef, "chef", SAMPLE_PASSWORD)
  await chef.getByRole("link", { name: "Time off" }).click()
  await chef.getByRole("button", { name: "Ask for time off…" }).click()
  await chef.getByLabel("First day").fill(dayAfter(90))
  await chef.getByLabel("Last day").fill(dayAfter(92))
  await chef.getByLabel("Reason").fill("My sister's wedding")
  await chef.getByRole("button", { name: "Ask", exact: true }).click()
  const wish = chef.getByRole("listitem").filter({ hasText: "My sister's wedding" })
  await expect(wish.getByText("Waits for the office")).toBeVisible()
  await expectAccessible(chef, `${ADMIN}/my/time-off`)
  await wish.getByRole("button", { name: /^Withdraw/ }).click()
  await chef.getByRole("dialog").getByRole("button", { name: "Withdraw", exact: true }).click()
  await expect(wish.getByText("Withdrawn")).toBeVisible()
  await pocket.close()
})

import { expect, test } from "@playwright/test"
import { expectAllAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"

const ADDRESS = "1221 Broadway, Oakland, CA 94612"

/** The first of next month, as the browser's field takes it. */
function nextMonth(): string {
  const now = new Date()
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1))
  return `${first.toISOString().slice(0, 10)}T08:00`
}

test("a manager raises the lobster for next month, looks at it first, and a customer uses the manager's code", async ({
  page,
  browser,
}) => {
  const token = await prepareQuote(page.request, { adults: 20, address: ADDRESS })
  await signIn(page, "manager")
  await page.goto(`${ADMIN}/menu/prices`)
  await page.getByRole("button", { name: "Draft new prices…" }).click()
  await page.getByLabel("Name").fill("Lobster season")
  await page.getByRole("button", { name: "Begin the draft" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Version 2: Lobster season")
  const draftUrl = page.url()
  const lobster = page.getByLabel("Price of Lobster tail in dollars")
  await lobster.fill("-3")
  await lobster.press("Enter")
  await expect(page.getByText("Write dollars, like 18.00.")).toBeVisible()
  await lobster.fill("18")
  await lobster.press("Enter")
  const sentence = "Lobster tail rises by $3.00, 20 %: from $15.00 to $18.00."
  await expect(page.getByRole("list", { name: "Changes" })).toContainText(sentence)

  await page.goto(`${ADMIN}/menu/simulator`)
  await page.getByText("Upgrades and add-ons").click()
  await page.getByLabel("One lobster tail more").click()
  await page.getByLabel("Address, city or ZIP").fill(ADDRESS)
  await page.getByRole("button", { name: "Price it" }).click()
  const compared = page.getByRole("table")
  await expect(compared.getByRole("row", { name: /Lobster tail/ })).toContainText("+$3.00")
  await page.getByRole("button", { name: "Replay" }).click()
  await expect(page.getByRole("img", { name: /Quotes by change/ })).toBeVisible()

  await page.goto(draftUrl)
  await page.getByRole("button", { name: "Publish…" }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText(sentence)
  await dialog.getByLabel("Counts from").fill(nextMonth())
  await dialog.getByRole("button", { name: "Publish for then" }).click()
  await expect(page.getByText("Planned", { exact: true })).toBeVisible()
  await expect(page.getByRole("button", { name: "Publish…" })).toBeHidden()

  await page.goto(`${ADMIN}/menu/promotions`)
  await page.getByRole("button", { name: "New promotion…" }).click()
  await dialog.getByLabel("Name").fill("Autumn evenings")
  await dialog.getByLabel("Code", { exact: true }).fill("autumn-10")
  await dialog.getByLabel("Percent", { exact: true }).fill("10")
  await dialog.getByLabel("Uses in all").fill("5")
  await dialog.getByRole("button", { name: "Offer it" }).click()
  await expect(page.getByRole("row", { name: /Autumn evenings/ })).toContainText("0 booked of 5")

  const customer = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await customer.goto(`${CUSTOMER}/quote/${token}`)
  await customer.getByLabel("Do you have a code?").fill("autumn-11")
  await customer.getByRole("button", { name: "Use it" }).click()
  await expect(customer.getByText(/do not know the code AUTUMN-11/)).toBeVisible()
  await customer.getByLabel("Do you have a code?").fill("autumn-10")
  await customer.getByRole("button", { name: "Use it" }).click()
  await expect(customer.getByText("The code AUTUMN-10 saves you $110.00.")).toBeVisible()
  await expect(customer.getByText("-$110.00")).toBeVisible()
  await customer.context().close()
})

test("the screens of menu and prices are usable by everybody", async ({ page }) => {
  await signIn(page, "manager")
  const paths = [
    "",
    "ingredients",
    "prices",
    "prices/pb_sample1",
    "simulator",
    "promotions",
    "taxes",
    "policies",
  ]
  await expectAllAccessible(
    page,
    paths.map((path) => `${ADMIN}/menu/${path}`),
  )
  await page.goto(`${ADMIN}/menu/ingredients`)
  await page.getByRole("button", { name: "Change sesame oil" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Mustard").check()
  await expect(dialog).toContainText("Fried rice would contain mustard because of sesame oil.")
  await page.goto(`${ADMIN}/menu/policies`)
  await page.getByRole("button", { name: "New version of Service charge" }).click()
  await dialog.getByLabel(/A mandatory charge of/).fill("18")
  await expect(dialog).toContainText("A mandatory charge of (0 is none): 0 percent becomes 18 percent")
})

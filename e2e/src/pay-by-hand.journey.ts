import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { holdStart } from "./checkout.ts"
import { dayAfter } from "./days.ts"
import { type OwnProduct, startOwnProduct } from "./own-product.ts"
import { SAMPLE_PASSWORD } from "./staff.ts"
import { toastOf } from "./toast.ts"

const HOST = { name: "Nils Aaltonen", email: "nils.aaltonen@example.com" }
const ADDRESS = "3300 Capitol Ave, Fremont, CA 94538"

let product: OwnProduct
test.beforeAll(async () => {
  test.setTimeout(240_000)
  product = await startOwnProduct({
    PAYMENTS_PROVIDER: "manual",
    MANUAL_PAYMENT_WAYS: "Zelle: pay@myhibachi.example; Check: payable to MyHibachi",
  })
})
test.afterAll(() => product?.stop())

test("without a card provider the customer reads how to send the deposit, staff mark that it came, and the books hold it", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await page.goto(product.customer)
  await page.getByLabel("Where is the party?").fill(ADDRESS)
  await page.getByRole("button", { name: "See the price" }).click()
  // Nearer to the party the whole amount would be due.
  await page.getByLabel("Date", { exact: true }).fill(dayAfter(30))
  await page.getByRole("radiogroup", { name: "Free starts" }).getByRole("radio").first().click()
  await holdStart(page, HOST, ADDRESS)
  await page.getByLabel("Your full name, as your signature").fill(HOST.name)
  await page.getByLabel("I have read the agreement above and agree to it.").check()
  await page.getByRole("button", { name: "Sign and go on to pay" }).click()
  await page.getByRole("button", { name: "Pay $100.00" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Send $100.00")
  await expect(page.getByText("pay@myhibachi.example")).toBeVisible()
  const howToPay = page.url()
  await expectAccessible(page, howToPay)
  await page.getByRole("button", { name: "I have sent it" }).click()
  await expect(page.getByText("Our people look for it now")).toBeVisible()

  const staff = await (await browser.newContext()).newPage()
  await staff.goto(`${product.admin}/login`)
  await staff.getByLabel("E-mail").fill("dispatcher@myhibachi.example")
  await staff.getByLabel("Password").fill(SAMPLE_PASSWORD)
  await staff.getByRole("button", { name: "Sign in" }).click()
  await expect(staff.getByRole("heading", { level: 1, name: "Today" })).toBeVisible()
  await expectAccessible(staff, `${product.admin}/money/expected`)
  await staff.setViewportSize({ width: 1280, height: 800 })
  await expect(staff.getByRole("row").filter({ hasText: HOST.name })).toContainText("Sent, they say")
  await staff.getByRole("button", { name: `Mark $100.00 of ${HOST.name} as received` }).click()
  await staff.getByRole("button", { name: "It is there" }).click()
  await expect(staff.getByText("Write the receipt, check or confirmation number.")).toBeVisible()
  await staff.getByLabel("Receipt, check or confirmation number").fill("Zelle 4711")
  await staff.getByRole("button", { name: "It is there" }).click()
  await expect(toastOf(staff, "$100.00 is booked")).toBeVisible()

  await expect(page.getByRole("heading", { name: "Received, thank you" })).toBeVisible({ timeout: 30_000 })
  await page.getByRole("link", { name: "Go on" }).click()
  await expect(page.getByRole("heading", { name: "Your party is booked" })).toBeVisible({ timeout: 30_000 })

  await staff.goto(`${product.admin}/money`)
  await staff.getByRole("link", { name: new RegExp(`Deposit.*${HOST.name}`) }).click()
  await expect(staff.getByRole("main")).toContainText("Zelle 4711")
  const ledger = staff
    .locator("section")
    .filter({ has: staff.getByRole("heading", { name: "In the ledger" }) })
  await expect(ledger.getByRole("listitem").filter({ hasText: /^Bank/ })).toContainText("$100.00")
  await staff.getByRole("link", { name: "Open the booking" }).click()
  await expect(staff.getByRole("heading", { level: 1 })).toContainText("Confirmed")
  const steps = staff.getByRole("region", { name: "Money, step by step" })
  await expect(steps.getByText("Deposit received")).toBeVisible()
  await staff.goto(`${product.admin}/money/balance`)
  await expect(staff.getByText(/balances/i).first()).toBeVisible()
})

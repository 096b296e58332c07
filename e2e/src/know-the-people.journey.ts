import { expect, type Page, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { signIn } from "./staff.ts"

test.setTimeout(180_000)

test("a wish for a call becomes a lead that staff move by keyboard and pointer, and a customer with a price", async ({
  page,
}) => {
  const rosa = `Rosa ${crypto.randomUUID().slice(0, 8)}`
  await askForCall(page, rosa)
  await signIn(page)
  await workTheLead(page, rosa)
})

async function askForCall(page: Page, name: string): Promise<void> {
  await page.goto(CUSTOMER)
  const form = page.getByRole("region", { name: "Rather talk to a person?" })
  await form.getByLabel("Your name").fill(name)
  await form.getByRole("button", { name: "Ask for a call" }).click()
  await expect(form.getByText("so that we can reach you")).toBeVisible()
  await form.getByLabel("Phone").fill("(415) 555-0134")
  await form.getByLabel("What is it about?").fill("A birthday for twelve in June")
  await form.getByRole("checkbox", { name: "You may call me" }).check()
  await form.getByRole("button", { name: "Ask for a call" }).click()
  await expect(form.getByText(`Thank you, ${name}.`)).toBeVisible()
}

/** Moves the card by keyboard and by pointer, then makes a customer with a price of it. */
async function workTheLead(page: Page, name: string): Promise<void> {
  await page.goto(`${ADMIN}/customers/leads`)
  const column = (title: string) => page.getByRole("region", { name: title, exact: true })
  const cardIn = (title: string) => column(title).getByRole("listitem").filter({ hasText: name })
  await expect(cardIn("New")).toContainText("birthday for twelve")
  await cardIn("New").getByRole("combobox").selectOption("contacted")
  await expect(cardIn("Contacted")).toBeVisible()
  await cardIn("Contacted").dragTo(column("Quoted"))
  await expect(cardIn("Quoted")).toBeVisible()
  await cardIn("Quoted").getByRole("link", { name }).click()
  await expect(page.getByText("contacted → quoted")).toBeVisible()
  await expectAccessible(page, page.url())
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByLabel("Adults").fill("12")
  await page.getByLabel("Address or ZIP code").fill("94538")
  await page.getByRole("button", { name: "Make the customer and the price" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
  await expect(page.getByText("“You may call me or write to me about my party.”")).toBeVisible()
}

import type { Page } from "@playwright/test"

export interface Person {
  name: string
  email: string
}

/** Cards of the sandbox. */
export const GOOD_CARD = "4242 4242 4242 4242"
export const DECLINED_CARD = "4000 0000 0000 0002"

/** From the page of a price with a chosen start to the page on which one signs. */
export async function holdStart(page: Page, person: Person, address: string): Promise<void> {
  const street = page.getByLabel("Street address of the party")
  if (await street.isVisible()) await street.fill(address)
  await page.getByLabel("Your name").fill(person.name)
  await page.getByLabel("E-mail").fill(person.email)
  await page.getByRole("button", { name: "Hold this start" }).click()
}

/** Signs the agreement and goes to the hosted payment page. */
export async function signAndGoToPay(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Your full name, as your signature").fill(person.name)
  await page.getByLabel("I have read the agreement above and agree to it.").check()
  await page.getByRole("button", { name: "Sign and go on to pay" }).click()
  await page.getByRole("button", { name: /^Pay \$/ }).click()
  await page.waitForURL(/\/checkout\/cs_/)
}

/** Fills the hosted payment page and pays. */
export async function payOnHostedPage(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card)
  await page.getByLabel("Expiry (MM/YY)").fill("12/34")
  await page.getByLabel("Security code").fill("123")
  const name = page.getByLabel("Name on card")
  if (await name.isVisible()) await name.fill("Sample Customer")
  await page.getByRole("button", { name: /^Pay \$/ }).click()
}

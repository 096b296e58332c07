import { expect, type Page } from "@playwright/test"
import { SANDBOX } from "./addresses.ts"

/** Asks in the chat and waits for the answer to come. @returns its text. */
export async function ask(page: Page, text: string): Promise<string> {
  const answers = page.getByRole("log").locator("[data-author=assistant]")
  const before = await answers.count()
  await page.getByLabel("Your message").fill(text)
  await page.getByRole("button", { name: "Send" }).click()
  await expect(answers).toHaveCount(before + 1, { timeout: 45_000 })
  return answers.nth(before).innerText()
}

export interface Person {
  name: string
  email: string
}

/** From the page of a price with a chosen start to the page on which one signs. */
export async function holdStart(page: Page, person: Person, address: string): Promise<void> {
  const street = page.getByLabel("Street address of the party")
  if (await street.isVisible()) await street.fill(address)
  await page.getByLabel("Your name").fill(person.name)
  await page.getByLabel("E-mail").fill(person.email)
  await page.getByRole("button", { name: "Hold this start" }).click()
}

/** Signs the agreement and pays with the card on the hosted page. */
export async function signAndPay(page: Page, person: Person, card: string): Promise<void> {
  await page.getByLabel("Your full name, as your signature").fill(person.name)
  await page.getByLabel("I have read the agreement above and agree to it.").check()
  await page.getByRole("button", { name: "Sign and go on to pay" }).click()
  await page.getByRole("button", { name: /^Pay \$/ }).click()
  await page.waitForURL(`${SANDBOX}/checkout/**`)
  await payOnHostedPage(page, card)
}

/** Fills the hosted checkout page and pays. */
export async function payOnHostedPage(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card)
  await page.getByLabel("Expiry (MM/YY)").fill("12/34")
  await page.getByLabel("Security code").fill("123")
  const name = page.getByLabel("Name on card")
  if (await name.isVisible()) await name.fill("Sample Customer")
  await page.getByRole("button", { name: /^Pay \$/ }).click()
}

export interface Mail {
  subject: string
  text: string
  attachments: { filename: string }[]
}

/** @returns the mails that the address got so far. */
export async function mailsTo(page: Page, address: string): Promise<Mail[]> {
  const reply = await page.request.get(`${SANDBOX}/_control/mail?to=${encodeURIComponent(address)}`)
  return (await reply.json()) as Mail[]
}

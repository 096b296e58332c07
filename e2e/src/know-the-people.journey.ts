import { type APIRequestContext, expect, type Page, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, API, CUSTOMER } from "./addresses.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

test.setTimeout(180_000)

test("a wish for a call becomes a customer; two that are one are merged and parted; one is erased", async ({
  page,
  request,
}) => {
  const word = crypto.randomUUID().slice(0, 8)
  const rosa = `Rosa ${word}`
  await askForCall(page, rosa)
  await signIn(page)
  await workTheLead(page, rosa)
  await recordConsent(page)
  const pair = await makeTwoOfOne(request, word)
  await mergeAndPart(page, pair)
  await erase(page, pair.other)
  for (const path of ["/customers/leads", "/customers/duplicates", "/customers"])
    await expectAccessible(page, ADMIN + path)
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

async function recordConsent(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Record…" }).click()
  await page.getByLabel("Channel").selectOption("sms")
  await page.getByLabel("Answer", { exact: true }).selectOption("no")
  await page.getByLabel("How do we know?").fill("On the phone")
  await page.getByLabel("Their exact words").fill("No offers by text, please")
  await page.getByRole("button", { name: "Record the answer" }).click()
  await expect(page.getByText("“No offers by text, please”")).toBeVisible()
  await page.getByLabel("What to show").selectOption("consent")
  await expect(page.getByText("Refused offers by sms")).toBeVisible()
}

interface Pair {
  one: string
  other: string
}

/** Two people, and a price for a contact that has the e-mail of one and the phone of the other. */
async function makeTwoOfOne(request: APIRequestContext, word: string): Promise<Pair> {
  const one = `Emil Anders ${word}`
  const other = `Emil Andersson ${word}`
  const email = `emil.${word}@example.com`
  const phone = `+1415${String(Date.now()).slice(-7).replace(/^[01]/, "5")}`
  for (const contact of [
    { name: one, email },
    { name: other, phone },
    { name: one, email, phone },
  ]) {
    const reply = await request.post(`${API}/v1/public/quotes`, { data: { guests: { adults: 10 }, contact } })
    expect(reply.ok(), await reply.text()).toBe(true)
  }
  return { one, other }
}

async function mergeAndPart(page: Page, { one, other }: Pair): Promise<void> {
  await page.goto(`${ADMIN}/customers/duplicates`)
  const pair = page.getByRole("listitem").filter({ hasText: one })
  await expect(pair).toContainText("gave the other's phone")
  await pair.getByRole("button", { name: "Same person" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Who stays").selectOption({ label: await labelOf(dialog, `${one},`) })
  await dialog.getByLabel("Why").fill("The same voice")
  await dialog.getByRole("button", { name: "Make them one person" }).click()
  await expect(page.getByRole("heading", { level: 1, name: one })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Also known as" })).toBeVisible()
  await page.getByRole("button", { name: "Undo the merge" }).click()
  await expect(toastOf(page, `${other} stands alone again`)).toBeVisible()
  await expect(page.getByRole("heading", { name: "Also known as" })).toHaveCount(0)
}

async function labelOf(scope: ReturnType<Page["getByRole"]>, start: string): Promise<string> {
  const labels = await scope.getByLabel("Who stays").locator("option").allTextContents()
  return labels.find((label) => label.startsWith(start)) ?? ""
}

async function erase(page: Page, name: string): Promise<void> {
  await page.goto(`${ADMIN}/customers?search=${encodeURIComponent(name)}`)
  await page.getByRole("link", { name }).click()
  await page.getByRole("button", { name: "Collect a copy of all data" }).click()
  await expect(page.getByRole("link", { name: "Read the copy" })).toBeVisible()
  await page.getByRole("button", { name: "Erase…" }).click()
  await page.getByRole("button", { name: "Go on" }).click()
  await expect(page.getByRole("button", { name: "Erase for good" })).toBeDisabled()
  await page.getByLabel(`Type the name: ${name}`).fill(name)
  await page.getByRole("button", { name: "Erase for good" }).click()
  await expect(toastOf(page, "The person's data is erased")).toBeVisible()
  await page.goto(`${ADMIN}/customers?search=${encodeURIComponent(name)}`)
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0)
}

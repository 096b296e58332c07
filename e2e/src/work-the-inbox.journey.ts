import { expect, type Page, test } from "@playwright/test"
import { ADMIN } from "./addresses.ts"
import { ask, messagesOf, openChat, say } from "./chat.ts"
import { signIn } from "./staff.ts"

test("a person takes a conversation over, answers live, and gives it back", async ({ page, browser }) => {
  const customer = await (await browser.newContext()).newPage()
  const question = `Do you bring your own grill and tables? (asked ${crypto.randomUUID().slice(0, 8)})`
  await openChat(customer)
  await ask(customer, question)

  await signIn(page, "support")
  await openConversation(page, question)
  await expect(page.getByRole("link", { name: "Why it said this" })).toBeVisible()
  await page.getByRole("button", { name: "Take over" }).click()
  await expect(customer.getByText("You are talking with a person.")).toBeVisible()

  const answers = messagesOf(customer, /assistant$/i)
  const answersBefore = await answers.count()
  await say(customer, "How much is it for 12 adults in Fremont?")
  await expect(messagesOf(page, /^Customer$/).last()).toContainText("12 adults in Fremont")
  await page.getByLabel("Your answer").fill("Sam here: I look after you myself.")
  await page.getByRole("button", { name: "Send" }).click()
  await expect(messagesOf(customer, /^Sam Porter$/)).toContainText("I look after you myself.")
  // An answer of the assistant would have stood between the question and the person's words.
  await expect(answers).toHaveCount(answersBefore)

  await page.getByRole("button", { name: "Give back" }).click()
  await expect(customer.getByText("An AI assistant answers; a person is one tap away.")).toBeVisible()
  expect(await ask(customer, "And how much is it for 20 adults in Fremont?")).toContain("$1,100.00")
})

test("a customer who asks for a person is told so, and staff see who waits", async ({ page, browser }) => {
  const customer = await (await browser.newContext()).newPage()
  const question = `Can you cook on a boat? (asked ${crypto.randomUUID().slice(0, 8)})`
  await openChat(customer)
  await ask(customer, question)
  await customer.getByRole("button", { name: "Talk to a person" }).click()
  await expect(customer.getByText("A person will answer here.")).toBeVisible()
  await signIn(page, "dispatcher")
  await openConversation(page, question)
  await expect(page.getByRole("region", { name: "Conversation", exact: true })).toContainText(
    "Needs a person",
  )
})

test("the inbox is worked by keyboard alone", async ({ page, browser }) => {
  const customer = await (await browser.newContext()).newPage()
  const word = crypto.randomUUID().slice(0, 8)
  const box = await openChat(customer)
  // The customer, too, needs no mouse: the chat begins where one writes.
  await expect(box).toBeFocused()
  await customer.keyboard.type(`What is included? ${word}`)
  await customer.keyboard.press("Enter")
  await expect(messagesOf(customer, /^MyHibachi assistant$/)).toHaveCount(1)
  await expect(box).toBeFocused()

  await signIn(page, "support")
  await page.goto(`${ADMIN}/inbox`)
  const rows = page.getByRole("region", { name: "Conversations" }).getByRole("listitem")
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press("/")
  await page.keyboard.type(word)
  await expect(rows).toHaveCount(1)
  await page.keyboard.press("Escape")
  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  const thread = page.getByRole("region", { name: "Conversation", exact: true })
  await expect(thread).toContainText(word)
  await thread.getByRole("button", { name: "Take over" }).focus()
  await page.keyboard.press("Enter")
  await expect(page.getByLabel("Your answer")).toBeFocused()
  await page.keyboard.type("The chef brings everything.")
  await page.keyboard.press("ControlOrMeta+Enter")
  await expect(messagesOf(customer, /^Sam Porter$/)).toContainText("The chef brings everything.")
  await page.keyboard.press("Escape")
  await page.keyboard.press("Escape")
  await expect(page.getByText("Choose a conversation")).toBeVisible()
})

async function openConversation(page: Page, words: string): Promise<void> {
  await page.goto(`${ADMIN}/inbox`)
  await page
    .getByRole("region", { name: "Conversations" })
    .getByRole("link")
    .filter({ hasText: words.slice(-9, -1) })
    .first()
    .click()
  await expect(page.getByRole("region", { name: "Conversation", exact: true })).toContainText(words)
}

import { expect, type Locator, type Page } from "@playwright/test"

const ANSWER_WITHIN_MS = 45_000

/** @returns the conversation on the page. */
export function logOf(page: Page): Locator {
  return page.getByRole("log", { name: "Messages" })
}

/** @returns the messages whose author's name fits, oldest first. */
export function messagesOf(page: Page, author: RegExp): Locator {
  return logOf(page)
    .getByRole("article")
    .filter({ has: page.locator("p:first-child", { hasText: author }) })
}

const ASSISTANT = /^(MyHibachi a|A)ssistant$/

/** Opens the chat page and waits until one can write. @returns where one writes. */
export async function openChat(page: Page): Promise<Locator> {
  await page.goto("/chat")
  await expect(messagesOf(page, ASSISTANT).first()).toBeVisible()
  return page.getByLabel("Your message")
}

/** Sends a message. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your message").fill(text)
  await page.getByRole("button", { name: "Send" }).click()
}

/** Asks and waits for the assistant's answer. @returns the answer with its cards and sources. */
export async function ask(page: Page, text: string): Promise<string> {
  const answers = messagesOf(page, ASSISTANT)
  const before = await answers.count()
  await say(page, text)
  await expect(answers).toHaveCount(before + 1, { timeout: ANSWER_WITHIN_MS })
  return textFrom(answers.nth(before))
}

function textFrom(message: Locator): Promise<string> {
  return message.evaluate((article) => {
    const texts = [article.textContent]
    for (let next = article.nextElementSibling; next; next = next.nextElementSibling)
      texts.push(next.textContent)
    return texts.join("\n")
  })
}

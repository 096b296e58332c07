import { expect, test } from "vitest"
import { AppError } from "#platform/errors.ts"
import { cleanMessageText } from "./clean-text.ts"

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.code
  }
  return "none"
}

test("keeps what people write, comparisons and emoji included", () => {
  expect(cleanMessageText("  Is 5 < 6 guests?\r\n\r\n\r\n\r\nThanks 👍🏽  ")).toBe(
    "Is 5 < 6 guests?\n\nThanks 👍🏽",
  )
})

test("takes markup out together with what a browser would run", () => {
  expect(cleanMessageText("<b>How</b> much<br>for <script>alert(1)</script>20?")).toBe("How much\nfor 20?")
  expect(cleanMessageText("<img src=x onerror=alert(1)>Hi &amp; hello<!-- hidden -->")).toBe("Hi & hello")
})

test("takes invisible characters out, also those that carry hidden text", () => {
  expect(cleanMessageText("fr\u200bee\u202e \u{e0041}party\u0007")).toBe("free party")
})

test("refuses nothing, too much and broken text with a reason each", () => {
  expect(codeOf(() => cleanMessageText(""))).toBe("message-empty")
  expect(codeOf(() => cleanMessageText(" \u200b\n"))).toBe("message-empty")
  expect(codeOf(() => cleanMessageText("a".repeat(4001)))).toBe("message-too-long")
  expect(codeOf(() => cleanMessageText("a".repeat(100_000)))).toBe("message-too-long")
  expect(codeOf(() => cleanMessageText("caf\ud83d"))).toBe("message-not-text")
})

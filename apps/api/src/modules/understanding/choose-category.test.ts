import { expect, test } from "vitest"
import { chooseCategory, understand } from "./index.ts"

const OPTIONS = {
  now: "2026-11-25T10:00:00-08:00",
  timeZone: "America/Los_Angeles",
  channel: "web_chat",
} as const
const read = (text: string) => understand(text, OPTIONS)
const categoryOf = (text: string) => read(text).category

test.each([
  ["Do you take cards?", "faq_policies"],
  ["How many chefs for 31 guests?", "booking"],
  ["Is there egg in the fried rice?", "menu"],
  ["What do you charge per adult?", "pricing"],
  ["Your chef scratched our car and I want to know if you take cards", "complaints"],
  ["How long does it take, do you bring chairs, and is sake included?", "complex"],
])("calls %s %s", (text, category) => {
  expect(categoryOf(text)).toBe(category)
})

test("calls the third message of a talk complex, and a rule asked for one's own party booking", () => {
  const asked = {
    ...read("Can we change the date?"),
    asks: [{ ask: "reschedule.policy" as const, confidence: 1 }],
  }
  expect(chooseCategory({ ...asked, hasBooking: false })).toBe("faq_policies")
  expect(chooseCategory({ ...asked, hasBooking: true })).toBe("booking")
  expect(chooseCategory({ ...asked, turn: 3, hasBooking: true })).toBe("complex")
})

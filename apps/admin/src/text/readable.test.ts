import { expect, test } from "vitest"
import { readableName } from "./readable.ts"

test("turns the names of members into words", () => {
  expect(readableName("startsAt")).toBe("Starts at")
  expect(readableName("needs_person")).toBe("Needs person")
  expect(readableName("booking.cancelled")).toBe("Booking cancelled")
  expect(readableName("quoteParty")).toBe("Quote party")
  expect(readableName("total")).toBe("Total")
})

test("leaves sentences as they are, but for the first letter", () => {
  expect(readableName("moved because of the weather")).toBe("Moved because of the weather")
  expect(readableName("The customer asked")).toBe("The customer asked")
})

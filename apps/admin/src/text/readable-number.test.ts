import { expect, test } from "vitest"
import { costText, readableNumber, titleWithoutUnit } from "./readable-number.ts"

test("reads a number by its name", () => {
  expect(readableNumber(125_500, "totalCents")).toBe("$1,255.00")
  expect(readableNumber(2648, "milesHundredths")).toBe("26.48 miles")
  expect(readableNumber(63.17, "ms")).toBe("63.2 ms")
  expect(readableNumber(48, "dueHoursBefore")).toBe("48 hours")
  expect(readableNumber(1, "refundBusinessDays")).toBe("1 day")
  expect(readableNumber(22, "items")).toBe("22")
})

test("does not take percents for cents", () => {
  expect(readableNumber(20, "suggestedPercents")).toBe("20 %")
})

test("says the unit once, at the number", () => {
  expect(titleWithoutUnit("dueHoursBefore")).toBe("Due before")
  expect(titleWithoutUnit("amountCents")).toBe("Amount")
  expect(titleWithoutUnit("guestsPerChef")).toBe("Guests per chef")
  expect(titleWithoutUnit("minutes")).toBe("Minutes")
})

test("shows a cost below a cent instead of rounding it away", () => {
  expect(costText(12_455)).toBe("$0.01")
  expect(costText(455)).toBe("$0.0005")
  expect(costText(0)).toBe("$0.00")
})

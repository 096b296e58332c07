import { expect, test } from "vitest"
import { count, durationText, listText } from "./duration-text.ts"

test("says whole hours as hours and the rest in minutes", () => {
  expect(durationText(120)).toBe("2 hours")
  expect(durationText(60)).toBe("1 hour")
  expect(durationText(90)).toBe("90 minutes")
})

test("counts one in the singular and joins words as people do", () => {
  expect(count(1, "child", "children")).toBe("1 child")
  expect(count(12, "child", "children")).toBe("12 children")
  expect(listText(["tables", "chairs", "plates"])).toBe("tables, chairs and plates")
})

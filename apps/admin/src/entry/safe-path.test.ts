import { expect, test } from "vitest"
import { safePath } from "./safe-path.ts"

test("goes on to a page of this site", () => {
  expect(safePath("/bookings/bk_1?tab=money")).toBe("/bookings/bk_1?tab=money")
})

test("never leads to another site", () => {
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    null,
  ]) {
    expect(safePath(next)).toBe("/")
  }
})

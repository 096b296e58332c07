import { expect, test } from "vitest"
import { joinAgeLists } from "./age-lists.ts"

test.each([
  ["the kids are 8, 9, 11 and the birthday girl who is 13.", "the kids are 8, 9, 11 and 13."],
  ["9 adults, kids 5, 7 and my stepson who is 14. total?", "9 adults, kids aged 5, 7 and 14. total?"],
  ["2 kids. They're 4 and 7. How much?", "2 kids. the kids are 4 and 7. How much?"],
  ["they're 4, 7 and our oldest is 13", "they're 4, 7 and 13"],
  ["kids aged 6, 9 and my niece, who's 12", "kids aged 6, 9 and 12"],
  [
    "the kids are 8 and 9 and my niece brings 12 people",
    "the kids are 8 and 9 and my niece brings 12 people",
  ],
])("reads the ages of %s", (text, joined) => {
  expect(joinAgeLists(text)).toBe(joined)
})

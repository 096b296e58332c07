import { expect, test } from "vitest"
import { understand } from "../understand-message.ts"
import { isPraise } from "./praise.ts"

const read = (text: string) =>
  understand(text, { now: "2027-04-07T13:15:00-07:00", timeZone: "America/Los_Angeles", channel: "sms" })

test.each([
  "whoever u sent last nite was AMAZING, my kids wont stop flipping shrimp at each other 😂😂",
  "the man you sent us yesterday was incredible with the kids, they screamed the whole night",
  "You guys made my mom's 80th. She danced with the chef!",
])("hears nothing but thanks in praise: %s", (text) => {
  expect(read(text)).toMatchObject({ asks: [{ ask: "thanks" }], mustEscalate: [] })
})

test.each([
  "The chef was great but my son's hand got burned on the grill",
  "Show was awesome, the food was cold though",
  "It would have been perfect if the chef had come",
  "Is the chef as amazing as he was last year?",
])("takes no more than praise for praise: %s", (text) => {
  expect(isPraise(text)).toBe(false)
})

test("takes tears over joyful news for joy, and tears over sad ones for sorrow", () => {
  expect(read("SHE SAID YES!!!!! 😭💍 dinner for 24 adults, how much").emotion).toMatchObject({
    primary: "excited",
    flags: ["special_occasion"],
  })
  expect(read("i cant stop crying 😭 my husband left me").emotion.primary).toBe("sad")
})

test("hears no complaint in a plain question, nor in what others did", () => {
  const asksOf = (text: string) => read(text).asks.map(({ ask }) => ask)
  expect(
    asksOf(
      "what time does the chef get there n when is he packed up and gone? neighbors r picky about parking",
    ),
  ).not.toContain("complaint")
  expect(asksOf("last company we used was awful. how far ahead do i need to book?")).not.toContain(
    "complaint",
  )
})

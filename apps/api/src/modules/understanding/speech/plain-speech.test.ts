import { describe, expect, test } from "vitest"
import { toPlainSpeech } from "./plain-speech.ts"

describe("times without their colon", () => {
  test.each([
    ["any chance yall could start 230 instead of 3", "start 2:30 instead of 3"],
    ["can we do a 1045 am start", "10:45 am start"],
    ["is 845 ok instead of 9 pm", "8:45 ok instead of 9 pm"],
    ["can the noon one be pushed to 115", "pushed to 1:15"],
    ["wed rather eat at 1930", "eat at 19:30"],
    ["start cooking at one thirty in the afternoon", "at 1:30 in the afternoon"],
  ])("%s", (said, meant) => expect(toPlainSpeech(said)).toContain(meant))

  test("are read in a bare answer only when starts were talked about", () => {
    expect(toPlainSpeech("what about 430", true)).toBe("what about 4:30")
    expect(toPlainSpeech("what about 430")).toBe("what about 430")
  })

  test.each([
    "dinner for 115 guests",
    "we start with 230 people",
    "prices starting at 550",
    "115 people instead of 20 people",
    "we are about one thirty people",
  ])("leaves what is no time: %s", (said) => expect(toPlainSpeech(said)).toBe(said))
})

describe("amounts without their sign", () => {
  test.each([
    ["my quote says food 1,485.00 and travel 60.00 before tax", "food $1,485.00 and travel $60.00"],
    ["food is 880 and mileage 40", "food is $880 and mileage $40"],
    ["1210 for the food plus 12 for travel", "$1210 for the food plus $12 for travel"],
    ["what is a 20% tip on 1,045", "tip on $1,045"],
    ["how much is the tip at 20", "tip at 20%"],
    ["food 935 dollars, travel 24 bucks", "food $935, travel $24"],
  ])("%s", (said, meant) => expect(toPlainSpeech(said)).toContain(meant))

  test.each([
    "food for 120 people",
    "we are 45.50 miles away",
    "travel 60 miles",
    "a third protein for 4, food at 6 pm",
  ])("leaves what is no amount: %s", (said) => expect(toPlainSpeech(said)).toBe(said))
})

describe("ages by a birthday near the party", () => {
  test.each([
    ["my daughter who turns 13 the very day of the party", "my daughter who is 13"],
    ["our boy turns 13 a week after the party", "our boy is 12"],
    ["she turns six the day before the party", "she is 6"],
    ["my son, who's 5 now but will be 6 on the party day", "my son, who is 6"],
    ["she's 12 today but 13 on the party day", "she is 13"],
    ["a kid whose 13th birthday is 2 days after the party", "a kid who is 12"],
    ["her 13th birthday is that very day", "she is 13"],
    ["our twins, who stay 5 until the week after the party", "our twins, who is 5"],
    ["the birthday girl who becomes 6 that day", "the birthday girl who is 6"],
  ])("%s", (said, meant) => expect(toPlainSpeech(said)).toContain(meant))

  test.each(["we will be 12 on the day", "there will be 13 at the party", "he turns 13 next month"])(
    "leaves what tells no age on the day: %s",
    (said) => expect(toPlainSpeech(said)).toBe(said),
  )
})

import { expect, test } from "vitest"
import { actorWords } from "./actor-words.ts"

const names = new Map([["usr_1", "Olivia Owens"]])

test("names staff, and says who else it was", () => {
  expect(actorWords("staff:usr_1", names)).toBe("Olivia Owens")
  expect(actorWords("staff:usr_2", names)).toBe("Staff")
  expect(actorWords("system:job", names)).toBe("The system")
  expect(actorWords("visitor:anonymous", names)).toBe("A visitor")
})

test("says for whom the assistant acted", () => {
  expect(actorWords("agent:Operations for customer:cus_1", names)).toBe(
    "The assistant (Operations) for the customer",
  )
})

test("leaves a name that is one already", () => {
  expect(actorWords("Olivia Owens", names)).toBe("Olivia Owens")
})

import { expect, test } from "vitest"
import { compareParameters, compareTexts, readParameters, typeParameters } from "./policy-parameters.ts"

const deposit = { amountCents: 10_000, isCreditedToBalance: true, fullPaymentUnderHours: 72 }

test("what is typed reads as what was shown", () => {
  const typed = typeParameters("deposit", deposit)
  expect(typed).toEqual({ amountCents: "100.00", isCreditedToBalance: "yes", fullPaymentUnderHours: "72" })
  expect(readParameters("deposit", typed)).toEqual({ parameters: deposit, errors: null })
  const host = { provides: ["tables", "chairs"], areaFeet: [8, 6], clearanceFeet: 10 }
  expect(readParameters("host", typeParameters("host", host)).parameters).toEqual(host)
})

test("what cannot be is named by its parameter", () => {
  const typed = { amountCents: "-5", isCreditedToBalance: "yes", fullPaymentUnderHours: "1.5" }
  expect(Object.keys(readParameters("deposit", typed).errors ?? {})).toEqual([
    "amountCents",
    "fullPaymentUnderHours",
  ])
})

test("differences are said in plain words, figures and sentences", () => {
  expect(compareParameters("deposit", deposit, { ...deposit, amountCents: 15_000 })).toEqual([
    { what: "Deposit that books a party", before: "100.00 dollars", after: "150.00 dollars" },
  ])
  expect(compareTexts("One. Two.", "One. Three.")).toEqual({ removed: ["Two."], added: ["Three."] })
})

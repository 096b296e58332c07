import { usd } from "@myhibachi/contract/money"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { expect, test } from "vitest"
import { compareRevisions } from "./compare-revisions.ts"

const line = (title: string, cents: number): QuoteLine => ({
  kind: "guests",
  lineClass: "food",
  sku: null,
  title,
  quantity: null,
  unitPrice: null,
  amount: usd(cents),
  explanation: "",
})

test("lines stand side by side, also one that came, one that went and one that became plural", () => {
  const before = { lines: [line("Adults", 100), line("Child", 30), line("Edamame", 5)], total: usd(135) }
  const after = { lines: [line("Adults", 100), line("Children", 60), line("Salmon", 5)], total: usd(165) }
  expect(compareRevisions(before, after).map(({ title, isChanged }) => [title, isChanged])).toEqual([
    ["Adults", false],
    ["Children", true],
    ["Edamame", true],
    ["Salmon", true],
    ["Total", true],
  ])
})

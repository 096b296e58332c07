import fc from "fast-check"
import { expect, test } from "vitest"
import { nextPaymentStatus, nextRefundStatus, spreadRefund } from "./rules.ts"

const told = fc.constantFrom(
  "requires_payment",
  "processing",
  "succeeded",
  "failed",
  "cancelled",
) as fc.Arbitrary<Parameters<typeof nextPaymentStatus>[1]>

test("whatever order the provider's news come in, received money stays received", () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 8 }), (news) => {
      const end = [...news, "succeeded" as const, ...news].reduce(
        nextPaymentStatus,
        "requires_payment" as never,
      )
      expect(end).toBe("succeeded")
    }),
  )
})

test("a failed payment can still succeed, and a cancelled one stays so", () => {
  expect(nextPaymentStatus("failed", "succeeded")).toBe("succeeded")
  expect(nextPaymentStatus("cancelled", "processing")).toBe("cancelled")
})

test("a refund that failed stays failed; one that arrived can still come back", () => {
  expect(nextRefundStatus("failed", "succeeded")).toBe("failed")
  expect(nextRefundStatus("succeeded", "pending")).toBe("succeeded")
  expect(nextRefundStatus("succeeded", "failed")).toBe("failed")
})

test("spreads a refund over payments in order, never above what each holds, to the cent", () => {
  const cents = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 6 }), cents, (held, amount) => {
      const payments = held.map((leftCents, index) => ({ id: `pay_${index}`, leftCents }))
      const { parts, unplacedCents } = spreadRefund(payments, amount)
      const placed = parts.reduce((sum, part) => sum + part.leftCents, 0)
      expect(placed + unplacedCents).toBe(amount)
      for (const part of parts) {
        const payment = payments.find(({ id }) => id === part.id)
        expect(part.leftCents).toBeLessThanOrEqual(payment?.leftCents ?? 0)
      }
      if (unplacedCents > 0) expect(placed).toBe(held.reduce((sum, left) => sum + left, 0))
    }),
  )
})

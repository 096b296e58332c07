import { expect, test } from "vitest"
import type { RevisionReply } from "../prompts.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import { aDiscussion } from "../testing/sample-discussion.ts"
import { judgeDraft } from "./judge-draft.ts"
import type { Critique } from "./run-critique.ts"
import { applyRevision } from "./run-revision.ts"

const input = aDiscussion()
const seat = { id: "seat_1" } as ReadySeat // safe: only its id is read
const right = { text: "Adults are $55.00 each.", facts: ["fact:1"] }
const wrong = { text: "The deposit is $120.00.", facts: ["fact:4"] }

function aCritique(...objections: { claim: string }[]): Critique {
  const entries = objections.map(({ claim }) => ({
    reviewerId: "seat_2",
    claim,
    verdict: "wrong" as const,
    fact: null,
  }))
  return {
    objections: new Map([["seat_1", entries]]),
    missing: new Map(),
    verdicts: { supported: 0, all: 1 },
  }
}

function revise(claims: (typeof right)[], changes: RevisionReply["changes"], critique = aCritique()) {
  const draft = judgeDraft(input, seat, {
    answer: "Adults are $55.00 each. The deposit is $120.00.",
    claims: [right, wrong],
    unanswered: [],
  })
  const answer = claims.map((claim) => claim.text).join(" ")
  return applyRevision(input, draft, { answer, claims, changes, unanswered: [] }, critique)
}

test("takes over a change that its fact bears and records the flip", () => {
  const mended = { text: "The deposit is $100.00.", facts: ["fact:4"] }
  const { revised, flips } = revise([right, mended], [{ from: wrong.text, to: mended.text, fact: "fact:4" }])
  expect(flips).toEqual([
    { seatId: "seat_1", from: wrong.text, to: mended.text, fact: "fact:4", isAccepted: true },
  ])
  expect(revised.answer).toBe("Adults are $55.00 each. The deposit is $100.00.")
  expect(revised.verdict.passes).toBe(true)
})

test("puts back a right claim that the seat gave up to please its peers", () => {
  const pleased = { text: "Adults are $45.00 each.", facts: ["fact:1"] }
  const change = { from: right.text, to: pleased.text, fact: "fact:1" }
  const { revised, flips } = revise([pleased, wrong], [change], aCritique({ claim: right.text }))
  expect(flips.map((flip) => flip.isAccepted)).toEqual([false])
  expect(revised.claims).toContainEqual(right)
  expect(revised.claims).not.toContainEqual(pleased)
})

test("puts back a right claim that was dropped without a word", () => {
  const { revised, flips } = revise([wrong], [])
  expect(revised.claims).toContainEqual(right)
  expect(flips).toContainEqual({ seatId: "seat_1", from: right.text, to: "", fact: "", isAccepted: false })
})

test("undoes a change that was not listed", () => {
  const smuggled = { text: "Everything is on the house.", facts: ["fact:1"] }
  const { revised } = revise([right, smuggled], [])
  expect(revised.claims.map((claim) => claim.text)).not.toContain(smuggled.text)
})

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { ASK_NAMES, isAsk } from "../asks/ask-list.ts"
import { BACKGROUND } from "../asks/ask-texts.ts"
import { CONTEXT_FLAGS, EMOTIONS } from "../emotion/emotion.ts"
import { HARDSHIP_NAMES } from "../emotion/hardships.ts"

type Row = Record<"ask" | "emotion" | "reason" | "hardship" | "text", string | undefined>

const read = (path: string) =>
  readFileSync(new URL(path, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
const plain = (text: string | undefined) => text?.toLowerCase().replace(/[ ?.!]+$/, "")

test("every label exists and every ask that the classifier shall know has texts", () => {
  const asks = read("./asks.jsonl").map(({ ask }) => ask ?? "")
  expect(asks.filter((ask) => !isAsk(ask) && ask !== BACKGROUND)).toEqual([])
  expect(ASK_NAMES.filter((ask) => !asks.includes(ask))).toEqual([])
  const emotions: readonly string[] = EMOTIONS
  expect(read("./emotions.jsonl").filter(({ emotion }) => !emotions.includes(emotion ?? ""))).toEqual([])
  const reasons: readonly string[] = [...CONTEXT_FLAGS, "allergic_reaction", "severe_allergy", "none"]
  expect(read("./escalations.jsonl").filter(({ reason }) => !reasons.includes(reason ?? ""))).toEqual([])
  const hardships: readonly string[] = [...HARDSHIP_NAMES, "none"]
  expect(read("./hardships.jsonl").filter(({ hardship }) => !hardships.includes(hardship ?? ""))).toEqual([])
})

test("no sentence is both learned from and measured on", () => {
  const learned = new Set(
    ["./asks.jsonl", "./emotions.jsonl", "./escalations.jsonl", "./hardships.jsonl"]
      .flatMap(read)
      .map(({ text }) => plain(text)),
  )
  const measured = ["asks-held-out", "emotion", "escalation"].flatMap((name) =>
    read(`../../../../../../evaluation/data/${name}.jsonl`),
  )
  const played = readFileSync(
    new URL("../../../../../../evaluation/data/assistant-answers-rounds.jsonl", import.meta.url),
    "utf8",
  )
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as { turns: { text: string }[] }).turns)
  expect([...measured, ...played].filter(({ text }) => learned.has(plain(text)))).toEqual([])
})

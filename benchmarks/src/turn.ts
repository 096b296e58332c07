import type { CustomerConversation, SentMessage } from "@myhibachi/contract/conversations"
import { sql } from "drizzle-orm"
import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { type MeasuredApplication, startMeasuredApplication } from "./application.ts"
import { call } from "./booking.ts"
import { median, percentile95 } from "./load.ts"
import { REFERENCE_MS, runReferenceWorkload } from "./reference-workload.ts"

const TURN_SHARE = 60 / REFERENCE_MS
const HIT_SHARE = 40 / REFERENCE_MS
const TIMES = 120

const QUESTIONS = [
  "What do you charge per adult?",
  "How much is 14 adults and 3 kids (4, 7 and 11) in Oakland, two of us want lobster?",
  "When is the deposit due and do I get it back if I cancel?",
  "Do you have anything for a guest with a shellfish allergy?",
  "What happens if it rains on the day?",
  "How long does the party take for 35 people?",
  "Can I still change the head count a week before?",
  "Do you drive out to Sacramento and what does that cost?",
]

/** The same thing asked again by somebody else, in other words and with other numbers. */
const AGAIN = (index: number) =>
  `How much for ${10 + (index % 30)} adults in Oakland, ${2 + (index % 3)} of us want lobster?`

/** With a person's address in it an answer is never shared: the turn goes the whole way. */
const personal = (question: string, index: number) =>
  `${question} My e-mail is guest${Math.abs(index)}@example.com.`

interface Turn {
  totalMs: number
  ownMs: number
  isHit: boolean
}

/** What the product itself adds to a chat turn: everything but the time that providers take. */
export const turn: Proof = {
  name: "turn",
  shows:
    "Our own time per chat turn without the providers, and a similarity hit end to end, as shares of a fixed workload.",
  target:
    "turn p95 ≤ 60 ms, hit p95 ≤ 40 ms where the reference workload takes 9.5 ms (shares ≤ 6.32 and ≤ 4.21)",
  async run({ quick, progress }) {
    const application = await startMeasuredApplication()
    try {
      const times = quick ? TIMES / 4 : TIMES
      const references: number[] = []
      const turns: Turn[] = []
      for (let index = -8; index < times * 2; index += 1) {
        if (index % 40 === 0) progress(`${Math.max(0, index)} of ${times * 2} turns`)
        if (index % 5 === 0) references.push(runReferenceWorkload())
        const question =
          index % 2 === 0
            ? personal(QUESTIONS[Math.abs(index / 2) % QUESTIONS.length] ?? "", index)
            : AGAIN(index)
        const measured = await ask(application, question)
        if (index >= 0) turns.push(measured)
      }
      return figures(turns, median(references))
    } finally {
      await application.close()
    }
  },
}

async function ask(application: MeasuredApplication, text: string): Promise<Turn> {
  const conversation = await call<CustomerConversation>(application, "POST", "/v1/public/conversations", {})
  const waitedBefore = application.providerMs()
  const startedAt = performance.now()
  const sent = await call<SentMessage>(
    application,
    "POST",
    `/v1/public/conversations/${conversation.token}/messages`,
    {
      clientMessageId: application.services.newId("client"),
      text,
    },
  )
  const totalMs = performance.now() - startedAt
  const waitedMs = application.providerMs() - waitedBefore
  if (!sent.answer) throw new Error(`There was no answer to: ${text}`)
  return { totalMs, ownMs: totalMs - waitedMs, isHit: await wasHit(application, sent.message.id) }
}

async function wasHit(application: MeasuredApplication, messageId: string): Promise<boolean> {
  const rows = await application
    .context({ kind: "system", name: "proof" })
    .db.execute(sql`select responder from assistant_traces where message_id = ${messageId}`)
  return rows.rows[0]?.responder === "template"
}

function figures(turns: Turn[], reference: number): Figure[] {
  const hits = turns.filter((each) => each.isHit)
  const whole = turns.filter((each) => !each.isHit)
  const own = percentile95(whole.map((each) => each.ownMs))
  const hit = percentile95(hits.map((each) => each.totalMs))
  return [
    { what: "turns that went the whole way", value: whole.length, mustBe: "≥ 1", holds: whole.length > 0 },
    { what: "similarity hits", value: hits.length, mustBe: "≥ 1", holds: hits.length > 0 },
    { what: "reference workload, ms", value: round(reference), mustBe: "", holds: true },
    {
      what: "own time p50, ms",
      value: round(median(whole.map((each) => each.ownMs))),
      mustBe: "",
      holds: true,
    },
    { what: "own time p95, ms", value: round(own), mustBe: "", holds: true },
    {
      what: "own time p95 as share",
      value: round(own / reference),
      mustBe: `≤ ${round(TURN_SHARE)}`,
      holds: own / reference <= TURN_SHARE,
    },
    { what: "hit end to end p95, ms", value: round(hit), mustBe: "", holds: true },
    {
      what: "hit p95 as share",
      value: round(hit / reference),
      mustBe: `≤ ${round(HIT_SHARE)}`,
      holds: hit / reference <= HIT_SHARE,
    },
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

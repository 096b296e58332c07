import type { DiscussionForm } from "@myhibachi/contract/classroom"
import { desc, isNotNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { discussions, responses } from "../tables.ts"
import { calibrateConfidence, type Judged } from "./calibrate-confidence.ts"
import type { Conclusion } from "./conclude.ts"
import type { DiscussResult, NoAnswerReason } from "./discuss.ts"
import { measureConfidence } from "./measure-confidence.ts"
import { formOf } from "./plan-rounds.ts"
import { struckClaims } from "./run-critique.ts"
import { elapsedMs, type Session } from "./session.ts"
import { claimKey } from "./verified-claims.ts"

const JUDGED_THAT_COUNT = 2_000

/** Writes the transcript and tells open pages. @returns what the caller gets. */
export async function storeDiscussion(
  session: Session,
  planned: DiscussionForm,
  conclusion: Conclusion,
): Promise<DiscussResult> {
  const { ctx, input } = session
  const { chosen } = conclusion
  noteDissent(session, conclusion)
  const raw = chosen ? measureConfidence(input, chosen, conclusion.proposals, conclusion.critique) : null
  const confidence = raw === null ? null : calibrateConfidence(raw, await readJudged(ctx))
  const row = {
    ...describe(session),
    ...describeEnd(session, planned, conclusion),
    rawConfidence: raw,
    confidence,
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(discussions).values(row)
    const rows = session.responses.map((response, position) => ({
      ...response,
      discussionId: session.id,
      position,
    }))
    if (rows.length > 0) await ctx.db.insert(responses).values(rows)
    ctx.afterCommit(() =>
      ctx.services.live.publish({ topic: "discussions", kind: "discussion.done", id: session.id }),
    )
  })
  ctx.log.info(
    { discussionId: session.id, form: row.form, outcome: row.outcome, ms: Math.round(row.ms) },
    "discussion done",
  )
  const result = { discussionId: session.id, costMicros: row.costMicros, ms: row.ms }
  if (!chosen || confidence === null) return { kind: "no-seat", reason: reasonOf(session), ...result }
  const { answer, verified: claims, unanswered } = chosen
  return {
    kind: "answer",
    answer,
    claims,
    unanswered,
    confidence,
    form: row.form,
    seatCount: row.seatCount,
    ...result,
  }
}

function describeEnd(session: Session, planned: DiscussionForm, { chosen, source }: Conclusion) {
  const held = new Set<string>(session.rounds.filter((round) => !round.skipped).map((round) => round.round))
  return {
    form: formOf(planned, held),
    outcome: chosen ? ("answered" as const) : ("no-seat" as const),
    reason: chosen ? null : reasonOf(session),
    answer: chosen?.answer ?? null,
    claims: chosen?.verified ?? [],
    chosen: source,
    chosenSeatId: chosen?.seat.id ?? null,
  }
}

function describe(session: Session) {
  const { ctx, input, responses } = session
  const sum = (pick: (response: (typeof responses)[number]) => number) =>
    responses.reduce((total, response) => total + pick(response), 0)
  return {
    id: session.id,
    at: ctx.now(),
    conversationId: input.conversationId ?? null,
    channel: input.channel,
    agent: input.agent.name,
    complexity: input.complexity,
    question: input.maskedQuestion,
    asks: [...input.asks],
    facts: input.facts.map(({ id, topic, sentence, source }) => ({
      id,
      topic,
      sentence,
      ...(source === undefined ? {} : { source: sourceName(source) }),
    })),
    rounds: session.rounds,
    flips: session.flips,
    dissent: session.dissent,
    seatCount: new Set(responses.filter((entry) => entry.outcome === "answered").map((entry) => entry.seatId))
      .size,
    inputTokens: sum((response) => response.inputTokens),
    outputTokens: sum((response) => response.outputTokens),
    costMicros: sum((response) => response.costMicros),
    budgetMicros: Math.round(input.budgetCents * 10_000),
    deadlineMs: Math.round(input.deadlineMs),
    ms: elapsedMs(session),
  }
}

/** What somebody said and the answer does not: refused by the facts, struck by peers, or doubted alone. */
function noteDissent(session: Session, { proposals, critique, chosen }: Conclusion): void {
  const told = new Set(chosen?.verified.map(claimKey))
  for (const draft of proposals) {
    const struck = critique ? struckClaims(critique, draft, proposals.length - 1) : new Set<string>()
    const doubted = new Set(critique?.objections.get(draft.seat.id)?.map((entry) => entry.claim))
    for (const claim of draft.claims) {
      const refused = draft.refused.find((entry) => entry.text === claim.text)
      const reason =
        refused?.problem ??
        (struck.has(claimKey(claim)) ? "Most reviewers object to it." : null) ??
        (doubted.has(claim.text) ? "A reviewer objects; its fact bears it." : null) ??
        (chosen && !told.has(claimKey(claim)) ? "Verified, but not part of the answer." : null)
      if (reason) session.dissent.push({ seatId: draft.seat.id, claim, reason })
    }
  }
}

function reasonOf(session: Session): NoAnswerReason {
  if (session.responses.some((response) => response.outcome === "answered")) return "guard"
  if (session.responses.length > 0) return "all-failed"
  return session.rounds.some((round) => round.skipped === "budget") ? "budget" : "no-seat"
}

async function readJudged(ctx: Context): Promise<Judged[]> {
  const rows = await ctx.db
    .select({ raw: discussions.rawConfidence, isRight: discussions.isRight })
    .from(discussions)
    .where(isNotNull(discussions.isRight))
    .orderBy(desc(discussions.feedbackAt))
    .limit(JUDGED_THAT_COUNT)
  return rows.flatMap(({ raw, isRight }) => (raw !== null && isRight !== null ? [{ raw, isRight }] : []))
}

function sourceName(source: unknown): string {
  if (typeof source === "string") return source
  const { kind, ref } = source as { kind?: unknown; ref?: unknown } // safe: both may be missing
  return [kind, ref].filter((part) => part !== undefined).join(":")
}

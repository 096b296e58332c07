import type { Responder } from "@myhibachi/contract/assistant"
import {
  appendAnswer,
  findAnswer,
  type MessageRow,
  readConversation,
  readMessage,
} from "#modules/conversations/index.ts"
import { isQuestionLike } from "#modules/understanding/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { agentOf } from "../agents.ts"
import { priceAsked } from "../events.ts"
import { citeFacts } from "../facts/cite-facts.ts"
import { isHandedOver, isUrgent } from "../respond/close-answer.ts"
import { mannerOf } from "../respond/manner.ts"
import { traces } from "../tables.ts"
import { gatherFacts } from "../topics/gather-facts.ts"
import { safetyFacts } from "../topics/safety.ts"
import { Recorder } from "../traces/recorder.ts"
import { keepMemory, readMemory } from "../turn/keep-memory.ts"
import { openTurn } from "../turn/open-turn.ts"
import type { Turn } from "../turn/turn.ts"
import { carryOut, replyTo } from "./confirm-proposal.ts"
import { createTasks } from "./create-tasks.ts"
import { describeTrace } from "./describe-trace.ts"
import { isFailedTurn, nextMemory } from "./next-memory.ts"
import { applyPendingOptOut, recordOptOut } from "./record-opt-out.ts"
import { findShared, keepShared, type SharedQuestion } from "./share-answer.ts"
import { summariseForPerson } from "./summarise-turn.ts"
import { type Words, writeWords } from "./write-words.ts"

const FAILED_TURNS_UNTIL_PERSON = 3

/**
 * Answers one message of a customer, on any channel: understands it, finds facts, puts them into words, lets the
 * guard read them, and appends the answer unless a person took over. Once for each message.
 */
export async function answerMessage(ctx: Context, messageId: string): Promise<MessageRow> {
  const recorder = new Recorder()
  const message = await readMessage(ctx, messageId)
  const conversation = await readConversation(ctx, message.conversationId)
  const earlier = await findAnswer(ctx, conversation.id, message.id)
  if (earlier) return earlier
  const memory = await readMemory(ctx, conversation.id)
  const turn = await recorder.step(
    "understand",
    () => openTurn(ctx, conversation, message, memory),
    describeUnderstanding,
  )
  const responder = await recorder.step(
    "facts",
    () => decide(turn),
    () => ({
      facts: turn.book.all().length,
      calls: turn.tools.calls.map((call) => call.tool),
      missing: [...turn.outcome.missing],
    }),
  )
  const shared =
    responder === null ? await recorder.step("similarity", () => findShared(turn), describeShared) : null
  const isHit = shared?.found.kind === "hit"
  const words = await recorder.step(
    "words",
    () => writeWords(turn, { mayDiscuss: responder === null && !isHit }),
    (found) => ({
      responder: found.responder,
      discussionId: found.discussionId,
      passes: found.guard.at(-1)?.passes ?? true,
    }),
  )
  const final = {
    ...words,
    responder: responder ?? (isHit ? "template" : words.responder),
    similarity: similarityOf(shared),
  }
  return send(turn, message, final, recorder, shared)
}

function describeShared(shared: SharedQuestion | null): Record<string, unknown> {
  if (!shared) return { hit: false, reason: "not shareable" }
  return {
    ...similarityOf(shared),
    intent: shared.compared.question.intent,
    signature: shared.compared.question.signature,
  }
}

function similarityOf(shared: SharedQuestion | null): Words["similarity"] {
  if (!shared) return null
  const { found } = shared
  return found.kind === "hit"
    ? {
        hit: true,
        reason: "same question with other slots",
        similarity: found.similarity,
        entryId: found.answerId,
      }
    : { hit: false, reason: found.reason, similarity: found.similarity, entryId: null }
}

function describeUnderstanding(turn: Turn): Record<string, unknown> {
  const { understanding } = turn
  return {
    asks: turn.asks,
    agent: agentOf(understanding.emotion.recommendedAgent ?? understanding.agent).name,
    language: understanding.language,
    complexity: understanding.complexity,
    marks: understanding.marks.injection,
  }
}

/** Decides what this turn does. @returns who answers when it is settled already, null when the facts want words. */
async function decide(turn: Turn): Promise<Responder | null> {
  const { understanding, memory } = turn
  await applyPendingOptOut(turn)
  if (understanding.optOut) {
    await recordOptOut(turn)
    return "confirmation"
  }
  const reply = replyTo(memory.proposal, turn.said)
  if (reply === "yes" && memory.proposal) {
    await carryOut(turn, memory.proposal)
    turn.asks = []
    return "confirmation"
  }
  if (reply === "no" && turn.text.length < 40 && !isMoreThanNo(turn)) {
    turn.book.addFromTool("confirmation", "memory", "All right, nothing was changed.")
    turn.asks = []
    return "confirmation"
  }
  await safetyFacts(turn, understanding.mustEscalate)
  await gatherFacts(turn)
  bringPerson(turn)
  return isHandedOver(turn) ? "person" : null
}

/** "Wait, what would I get back?", "no, Sunday instead": it asks or tells something besides. */
function isMoreThanNo({ text, newSlots }: Turn): boolean {
  const { date, time, guests, guestsChange } = newSlots
  const rest = text.replace(/^\W*(?:no|nope|wait|stop|hold on|not yet)\b[\s,.!]*/i, "")
  return isQuestionLike(rest) || [date, time, guests, guestsChange].some((slot) => slot !== undefined)
}

function bringPerson(turn: Turn): void {
  const { understanding, outcome, memory } = turn
  for (const reason of understanding.mustEscalate) outcome.handOver.push(reason.replaceAll("_", " "))
  if (isHostInNeed(turn)) outcome.handOver.push("a host in need, with the party about to begin")
  const isFailed = isFailedTurn(turn)
  if (isFailed && memory.failedTurns + 1 >= FAILED_TURNS_UNTIL_PERSON)
    outcome.handOver.push("third turn without an answer")
}

const ABOUT_TO_BEGIN_HOURS = 24
const UNHAPPY = ["sad", "anxious", "urgent-worried", "angry", "frustrated"]

/** The party is today, and its host is in distress or without a place: no rule helps then, a person does. */
function isHostInNeed({ booking, now, understanding: { emotion } }: Turn): boolean {
  if (!booking) return false
  const hours = hoursBetween(now, Temporal.Instant.from(booking.page.startsAt))
  const isAboutToBegin = hours >= 0 && hours <= ABOUT_TO_BEGIN_HOURS
  return isAboutToBegin && emotion.hardship !== null && UNHAPPY.includes(emotion.primary)
}

async function send(
  turn: Turn,
  message: MessageRow,
  words: Words,
  recorder: Recorder,
  shared: SharedQuestion | null,
): Promise<MessageRow> {
  const { ctx, conversation } = turn
  const traceId = ctx.newId("trace")
  const agent = agentOf(turn.understanding.emotion.recommendedAgent ?? turn.understanding.agent).name
  return appendAnswer(
    ctx,
    {
      conversationId: conversation.id,
      inReplyTo: message.id,
      fence: conversation.fence,
      text: words.text.slice(0, mannerOf(conversation.channel).maximumCharacters + 1500),
      sources: citeFacts(words.told, turn.passages),
      cards: cardsOf(turn),
      traceId,
      agent,
      ...(needsPerson(turn)
        ? {
            handOver: {
              reason: [...turn.outcome.handOver, ...turn.outcome.openQuestions].join(", "),
              summary: summariseForPerson(turn),
              urgency: isUrgent(turn) ? 1 : 0.5,
            },
          }
        : {}),
    },
    async (ctx, answer) => {
      await keepShared(ctx, turn, shared, words, message.id)
      await keepMemory(ctx, conversation.id, nextMemory(turn))
      if (answer.status === "sent") await createTasks(ctx, turn, message.id)
      if (answer.status === "sent" && turn.asks.includes("price.total"))
        await publish(ctx, priceAsked, { conversationId: conversation.id })
      const row = describeTrace(turn, message, words, recorder, agent)
      await ctx.db.insert(traces).values({ ...row, id: traceId, answerId: answer.id, at: ctx.now() })
    },
  )
}

/** A person must answer all of it, or what only a person can know. */
function needsPerson(turn: Turn): boolean {
  return isHandedOver(turn) || turn.outcome.openQuestions.length > 0
}

function cardsOf(turn: Turn) {
  const { quote } = turn.outcome
  const isPriced = turn.asks.includes("price.total") || turn.asks.includes("booking.create")
  if (!quote || !isPriced) return turn.outcome.cards
  const lines = quote.lines.map((line) => ({ label: line.title, amount: line.amount }))
  return [
    { kind: "quote" as const, quoteToken: quote.token, total: quote.total, lines },
    ...turn.outcome.cards,
  ]
}

import { Temporal } from "#platform/time.ts"
import type { AgentName } from "./asks/agents.ts"
import { askKind } from "./asks/ask-list.ts"
import { type DetectedAsk, readAsks } from "./asks/detect-asks.ts"
import { chooseCategory } from "./choose-category.ts"
import { measureComplexity } from "./complexity.ts"
import type { EmotionReading } from "./emotion/emotion.ts"
import { findFlags } from "./emotion/find-flags.ts"
import { readEmotion } from "./emotion/read-emotion.ts"
import { cleanText, type GuardMarks, type InjectionMark, markMessage } from "./guard-in.ts"
import { detectLanguage, type Language } from "./language.ts"
import { detectOptOut, type OptOut } from "./opt-out.ts"
import { partyMeant, readParties } from "./several-parties.ts"
import { findSlots } from "./slots/find-slots.ts"
import { mergeSlots } from "./slots/merge-slots.ts"
import { toPlainText } from "./slots/plain-text.ts"
import type { Slots } from "./slots/slots.ts"
import { toPlainSpeech } from "./speech/plain-speech.ts"
import type { Understanding, UnderstandOptions } from "./understanding.ts"

const ELLIPSIS =
  /^(?:(?:ok(?:ay)?|and|so|but|oh|hmm|cool|great|y),? )*(?:what|how) (?:about|if)\b|^(?:and|y|or) |^(?:make|let'?s make|say|then|actually|sorry|no|instead)\b|^(?:for|with|at|on|in) \S+(?: \S+){0,6}\??$/i

function hasFacts(slots: Slots): boolean {
  return Boolean(
    slots.guests ??
      slots.guestsChange ??
      slots.date ??
      slots.time ??
      slots.place ??
      slots.distanceMiles ??
      slots.items[0] ??
      slots.percentages[0] ??
      slots.diets[0] ??
      slots.allergies[0],
  )
}

const BARE_COUNT =
  /^(?:(?:no|nope|sorry|actually|wait|oops|hold on|i mean(?:t)?|make (?:it|that)|rather|correction|it'?s|it is|we'?re|we are|we will be|now|so|ok(?:ay)?|and|then|say|just|only|about|to)[\s,.:-]*)*(\d{1,3})(?:[\s,]+(?:instead|now|then|please|actually|total|in total|sorry|not \d+|of us|people))*\s*[.!?]*$/i

/** "No, 24" corrects the head count that was talked about. */
function withBareCount(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const count = Number(BARE_COUNT.exec(toPlainText(text, "en"))?.[1])
  const isAsked = previous?.known.guests !== undefined
  // "And 30?" after a tip of 20 % is a share, not a head count.
  if (count && previous?.asks.some(({ ask }) => ask === "tip.policy"))
    return { ...slots, percentages: [...slots.percentages, count] }
  if (!count || !isAsked || slots.guests || slots.guestsChange || slots.time || slots.date) return slots
  const guests = { adults: count, children: 0, littleOnes: 0, total: count, ages: [] }
  return {
    ...slots,
    guests: { ...guests, areAgesUnknown: false, isTotalOnly: true, isApproximate: false },
  }
}

const CORRECTED =
  /\b(?:actually|really|rather|now|correctly|meant|means?|should (?:be|say|have been)|supposed to be|make (?:it|that)|turns out)\b[^.?!\d]{0,14}\b(\d{1,3})\b(?! ?(?:%|miles?|mi\b|am\b|pm\b|:|\/|th\b|st\b|nd\b|rd\b|dollars|bucks|hours?|days?|weeks?|minutes?|years?|kids?|child|little|toddlers?|bab|filets?|lobsters?|orders?|salmon|scallops?|gyoza|chefs?|of (?:them|us|the)))/i

/** "I told you 20 guests and it's actually 29": the number that corrects stands for the one before. */
function withCorrectedCount(slots: Slots, text: string): Slots {
  const { guests } = slots
  const count = Number(CORRECTED.exec(toPlainText(text, "en"))?.[1])
  if (!count || !guests?.isTotalOnly || slots.guestsChange || slots.date?.phrase.includes(String(count)))
    return slots
  return { ...slots, guests: { ...guests, adults: count, total: count } }
}

const ON_TOP =
  /^(?:(?:oh|ok(?:ay)?|yes|yeah|sorry|wait|forgot)[\s,]+)*(?:and|also|plus)[\s,]+(?:(?:there(?:'s| are| will be)|we(?:'ll)? (?:also )?have|with|we(?:'re| are) bringing|also)\s+)?\d{1,3} (?:more )?(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?)\b/i
const AMONG = /\bof (?:them|those|these|us|which|the)\b|\bincl|\bamong\b|\bare (?:kids|children)\b/i

/** "Oh and five kids" come on top of those who were counted; "and five of them are kids" do not. */
function withYoungOnTop(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const { guests } = slots
  const isOnTop = guests?.adults === 0 && !slots.guestsChange && previous?.known.guests !== undefined
  const plain = toPlainText(text, "en")
  if (!isOnTop || !ON_TOP.test(plain) || AMONG.test(plain)) return slots
  const { children, littleOnes, total } = guests
  return { ...slots, guestsChange: { by: total, delta: { adults: 0, children, littleOnes } } }
}

/** "And for 30?" or a bare "14 adults" asks again what was asked before. */
function inheritAsks(
  asks: DetectedAsk[],
  text: string,
  slots: Slots,
  previous: Understanding | undefined,
): DetectedAsk[] {
  if (!previous || !hasFacts(slots)) return asks
  const before = previous.asks.filter(
    ({ ask }) => ask !== "greeting" && ask !== "thanks" && ask !== "unknown.topic",
  )
  if (before.length === 0 || asks.some(({ source }) => source === "pattern")) return asks
  const isBare = text.split(/\s+/).length <= 6 && !text.includes("?")
  if (!ELLIPSIS.test(text) && !isBare) return asks
  return before.map((ask) => ({ ...ask, clause: text, source: "previous" }))
}

const SURE_OPT_OUT = 0.6

function withOptOut(asks: DetectedAsk[], optOut: OptOut | undefined, text: string): DetectedAsk[] {
  const others = asks.filter(({ ask }) => ask !== "opt_out")
  if (!optOut) {
    // Not proven, so nothing is recorded; who sounds like it hears how to do it.
    const isMeant = asks.some(({ ask, confidence }) => ask === "opt_out" && confidence >= SURE_OPT_OUT)
    if (isMeant && others.length === 0) return asks
    if (others.length > 0) return others
    return [{ ask: "unknown.topic", confidence: 0.5, clause: text, source: "classifier" }]
  }
  const wished = others.filter(
    ({ source, ask }) => optOut.source === "sentence" && source === "pattern" && ask !== "mine.cancel",
  )
  return [{ ask: "opt_out", confidence: 0.98, clause: text, source: "pattern" }, ...wished]
}

function heaviest(asks: readonly DetectedAsk[]): AgentName {
  let best = askKind(asks[0]?.ask ?? "unknown.topic")
  for (const { ask } of asks) if (askKind(ask).effort > best.effort + 0.05) best = askKind(ask)
  return best.agent
}

function chooseAgent(asks: readonly DetectedAsk[], { primary }: EmotionReading): AgentName {
  const complaint = asks.find(({ ask }) => ask === "complaint" || ask === "winback.leaving")
  if (JOYFUL.includes(primary) && asks.every(({ ask }) => ask === "emotional.support")) return "LeadNurturing"
  return complaint ? askKind(complaint.ask).agent : heaviest(asks)
}

const JOYFUL: readonly string[] = ["happy", "excited", "grateful"]
/** Whose own slip it was. */
const OWN_FAULT =
  /\b(?:i|we)(?: just| totally| completely| accidentally| stupidly)? (?:messed|screwed|goofed|mixed|mistyped|miscounted|picked|forgot|misread|got (?:it|the \w+) wrong)\b|\bmy (?:own )?(?:mistake|fault|bad|error)\b|\b(?:mad|angry|annoyed|upset) (?:at|with) myself\b/i

const OUR_FAULT =
  /\b(?:your? (?:chef|staff|team|people|company|mistake|fault)|the chef|you (?:guys |all )?(?:messed|screwed|forgot|never|did ?n.t|lost|were)|was (?:late|cold|raw|rude))\b/i

/** "We got engaged!!!" shouts too, but complains of nothing; nor does who blames themselves. */
function withoutFalseComplaint(
  asks: DetectedAsk[],
  { primary }: EmotionReading,
  text: string,
): DetectedAsk[] {
  const isOwnFault = OWN_FAULT.test(text) && !OUR_FAULT.test(text)
  if (!JOYFUL.includes(primary) && !isOwnFault) return asks
  const kept = asks.filter(({ ask, source }) => ask !== "complaint" || (source === "pattern" && !isOwnFault))
  if (kept.length > 0) return kept
  return [{ ask: "emotional.support", confidence: 0.5, clause: text, source: "classifier" }]
}

function isSoon(slots: Slots, options: UnderstandOptions): boolean {
  if (!slots.date || slots.date.isPast) return false
  const today = Temporal.Instant.from(options.now).toZonedDateTimeISO(options.timeZone).toPlainDate()
  return today.until(Temporal.PlainDate.from(slots.date.date)).days <= 1
}

/** "Thank you,\nRuth" under a letter is a formula, not a feeling. */
const CLOSING_FORMULA =
  /\n\W*(?:many |best |kind |with )?(?:thanks|thank you|thx|regards|gracias)(?: (?:so much|again|in advance|a lot|and (?:kind )?regards))?[,.!]*(?:\s*\n[^\n?]{0,40})?\s*$/i

function feel(message: string, asks: readonly DetectedAsk[], slots: Slots, options: UnderstandOptions) {
  const text = message.replace(CLOSING_FORMULA, "")
  const { flags, mustEscalate } = findFlags(text)
  const emotion = readEmotion({
    text,
    flags,
    mustEscalate,
    isLeaving: asks.some(({ ask }) => ask === "winback.leaving"),
    hasComplaint: asks.some(
      ({ ask, source, confidence }) => ask === "complaint" && (source === "pattern" || confidence >= 0.6),
    ),
    isSoon: isSoon(slots, options),
  })
  return { emotion, mustEscalate }
}

const LURES: readonly InjectionMark[] = ["prompt_fishing", "tool_command", "fake_turn"]
/** A tool's call written out; its words are a machine's, whatever they resemble. */
const WRITTEN_CALL = /"(?:name|arguments|parameters)"\s*:/

/** What fishes for instructions or plays a tool's call asks nothing that would only be guessed at. */
function withoutLures(asks: DetectedAsk[], { injection }: GuardMarks, text: string): DetectedAsk[] {
  const isCall = WRITTEN_CALL.test(text)
  if (!isCall && !injection.some((mark) => LURES.includes(mark))) return asks
  const meant = isCall ? [] : asks.filter(({ source }) => source !== "classifier")
  const [first] = asks
  if (meant.length > 0 || !first) return meant
  return [{ ask: "unknown.topic", confidence: 1, clause: first.clause, source: "classifier" }]
}

/** What is known after the turn, also when several parties are planned side by side. */
function remember(
  text: string,
  slots: Slots,
  options: UnderstandOptions,
  language: Language,
): Pick<Understanding, "known" | "parties" | "partyIndex"> {
  const { previous } = options
  const known = previous ? mergeSlots(previous.known, slots) : slots
  const named = readParties(text, { now: options.now, timeZone: options.timeZone, language })
  const parties = named.length > 0 ? named : (previous?.parties ?? [])
  if (parties.length === 0) return { known }
  if (named.length > 0) return { known, parties, partyIndex: null }
  const partyIndex = partyMeant(text, slots, parties) ?? previous?.partyIndex ?? null
  const meant = partyIndex === null ? undefined : parties[partyIndex]
  if (!meant || partyIndex === null) return { known, parties, partyIndex: null }
  // What only points to the party says nothing new about it.
  const news = slots.date?.precision === "day" ? slots : { ...slots, date: undefined, dates: [] }
  const party = mergeSlots(meant, withoutUndefined(news))
  return { known: party, parties: parties.with(partyIndex, party), partyIndex }
}

function withoutUndefined({
  date,
  ...rest
}: Omit<Slots, "date"> & { date?: Slots["date"] | undefined }): Slots {
  return date ? { ...rest, date } : rest
}

/** Reads one message: language, asks, slots, emotion, escalation, opt-out, guard marks, complexity. Pure; no network, no clock. */
export function understand(raw: string, options: UnderstandOptions): Understanding {
  const text = cleanText(raw)
  const marks = markMessage(raw, text)
  const language = detectLanguage(text)
  const plain = language === "en" ? toPlainSpeech(text) : text
  const found = findSlots(plain, {
    now: options.now,
    timeZone: options.timeZone,
    language,
    isPartyKnown: options.previous?.known.guests !== undefined,
  })
  const counted = withCorrectedCount(withBareCount(found, plain, options.previous), plain)
  const slots = withYoungOnTop(counted, plain, options.previous)
  const optOut = detectOptOut(text, options.channel)
  const { asks: own, unread } = readAsks(plain)
  const read = inheritAsks(withOptOut(own, optOut, plain), plain, slots, options.previous)
  const { emotion, mustEscalate } = feel(plain, read, slots, options)
  const asks = withoutLures(withoutFalseComplaint(read, emotion, plain), marks, text)
  const turn = (options.previous?.turn ?? 0) + 1
  const complexity = measureComplexity({ asks, slots, emotion, mustEscalate, text })
  const knowledge = remember(plain, slots, options, language)
  return {
    text,
    plain,
    channel: options.channel,
    turn,
    language,
    asks,
    unread,
    category: chooseCategory({ asks, emotion, mustEscalate, turn, hasBooking: false }),
    agent: chooseAgent(asks, emotion),
    confidence: Math.min(...asks.map(({ confidence }) => confidence)),
    slots,
    ...knowledge,
    emotion,
    mustEscalate,
    optOut: optOut ?? null,
    marks,
    complexity,
  }
}

import { Temporal } from "#platform/time.ts"
import { readAlternatives } from "./alternatives.ts"
import type { AgentName } from "./asks/agents.ts"
import { askKind } from "./asks/ask-list.ts"
import { type AskReading, type DetectedAsk, readAsks } from "./asks/detect-asks.ts"
import { chooseCategory } from "./choose-category.ts"
import { measureComplexity } from "./complexity.ts"
import { correctGuests } from "./correct-guests.ts"
import type { EmotionReading } from "./emotion/emotion.ts"
import { findFlags } from "./emotion/find-flags.ts"
import { findHardship } from "./emotion/hardships.ts"
import { isPraise } from "./emotion/praise.ts"
import { readEmotion } from "./emotion/read-emotion.ts"
import { JOYFUL, withoutFalseComplaint } from "./false-complaints.ts"
import { cleanText, type GuardMarks, type InjectionMark, markMessage } from "./guard-in.ts"
import { inheritAsks } from "./inherit-asks.ts"
import { detectLanguage, type Language } from "./language.ts"
import { detectOptOut, type OptOut } from "./opt-out.ts"
import { referBack } from "./refer-back.ts"
import { partyMeant, readParties } from "./several-parties.ts"
import { findSlots, type SlotsQuestion } from "./slots/find-slots.ts"
import { mergeSlots } from "./slots/merge-slots.ts"
import type { Slots } from "./slots/slots.ts"
import { toPlainSpeech } from "./speech/plain-speech.ts"
import { glossSpanish, glossSpanishWithin } from "./speech/spanish.ts"
import type { Understanding, UnderstandOptions } from "./understanding.ts"

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
    hardship: findHardship(text),
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

/** Praise asks nothing, whatever dishes and days it names. */
function onlyThanks(text: string): DetectedAsk[] {
  return [{ ask: "thanks", confidence: 0.9, clause: text, source: "pattern" }]
}

/** Spanish as it stands, and what English patterns prove in its words. */
function readSpanish(text: string, english: string): AskReading {
  const own = readAsks(text)
  const proven = readAsks(english).asks.filter(
    ({ ask, source }) => source === "pattern" && !own.asks.some((each) => each.ask === ask),
  )
  const asks = [...own.asks.filter(({ ask }) => proven.length === 0 || ask !== "unknown.topic"), ...proven]
  return { asks, unread: proven.length > 0 ? [] : own.unread }
}

/** What the English of a Spanish message says, and where it says nothing, what the Spanish does. */
function findSpanishSlots(english: string, text: string, question: SlotsQuestion): Slots {
  const slots = findSlots(english, { ...question, language: "en" })
  const said = Object.entries(slots).filter(([, value]) => value !== undefined && !isEmptyList(value))
  const { place, ...spanish } = findSlots(text, question)
  // The station from which miles are counted is not where the party is.
  const isPlaced = slots.distanceMiles !== undefined || place === undefined
  return { ...spanish, ...(isPlaced ? {} : { place }), ...Object.fromEntries(said) }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** What is known after the turn, also when several parties are planned side by side. */
function remember(
  text: string,
  slots: Slots,
  options: UnderstandOptions,
  language: Language,
): Pick<Understanding, "known" | "parties" | "partyIndex" | "alternatives"> {
  const { previous } = options
  const alternatives = readAlternatives(text, { now: options.now, timeZone: options.timeZone, language })
  if (alternatives.length > 0) {
    const chosen = { ...slots, items: [], thirdProteins: [] }
    return { known: previous ? mergeSlots(previous.known, chosen) : chosen, alternatives }
  }
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

const ABOUT_STARTS: readonly string[] = ["booking.start_times", "availability.date"]

function toEnglish(text: string, language: Language, previous: Understanding | undefined): string {
  if (language === "other") return text
  const isAboutStart = previous?.asks.some(({ ask }) => ABOUT_STARTS.includes(ask)) ?? false
  return toPlainSpeech(language === "es" ? glossSpanish(text) : glossSpanishWithin(text), isAboutStart)
}

/** Reads one message: language, asks, slots, emotion, escalation, opt-out, guard marks, complexity. Pure; no network, no clock. */
export function understand(raw: string, options: UnderstandOptions): Understanding {
  const text = cleanText(raw)
  const marks = markMessage(raw, text)
  const language = detectLanguage(text)
  const plain = toEnglish(text, language, options.previous)
  const question = {
    now: options.now,
    timeZone: options.timeZone,
    language,
    isPartyKnown: options.previous?.known.guests !== undefined,
  }
  const found = language === "es" ? findSpanishSlots(plain, text, question) : findSlots(plain, question)
  const slots = correctGuests(referBack(found, plain, options.previous), plain, options.previous)
  const optOut = detectOptOut(text, options.channel)
  const isMixed = language === "en" && glossSpanishWithin(text) !== text
  const { asks: own, unread } =
    language === "es" || isMixed ? readSpanish(isMixed ? toPlainSpeech(text) : text, plain) : readAsks(plain)
  const read = inheritAsks(withOptOut(own, optOut, plain), plain, slots, options.previous)
  const { emotion, mustEscalate } = feel(
    language === "es" ? `${text}\n${plain}` : plain,
    read,
    slots,
    options,
  )
  const meant =
    isPraise(plain) && mustEscalate.length === 0
      ? onlyThanks(plain)
      : withoutFalseComplaint(read, emotion, plain)
  const asks = withoutLures(meant, marks, text)
  const turn = (options.previous?.turn ?? 0) + 1
  const complexity = measureComplexity({ asks, slots, emotion, mustEscalate, text })
  const knowledge = remember(plain, slots, options, language === "es" ? "en" : language)
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
    lastItem: slots.items.at(-1)?.item ?? options.previous?.lastItem,
    emotion,
    mustEscalate,
    optOut: optOut ?? null,
    marks,
    complexity,
  }
}

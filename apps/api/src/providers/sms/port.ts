import type { Temporal } from "#platform/time.ts"

/** Why a text message did not arrive. */
export interface TextFailure {
  /** The provider's code, for example `SMS-UP-410`. */
  code: string
  /** The same in words for staff. */
  reason: string
  /** What follows: never to this phone again until it says START, never this message, or once more later. */
  remedy: "opted-out" | "never" | "again"
}

/** A message that the provider has in its store. */
export interface SentText {
  id: string
  text: string
  state: "sent" | "delivered" | "failed"
  /** Given when it failed. */
  failure: TextFailure | null
}

export type SendOutcome =
  | { outcome: "taken"; sent: SentText }
  | { outcome: "refused"; failure: TextFailure }
  /** Too many for now: nothing was sent, and nothing may be tried before. */
  | { outcome: "wait"; seconds: number }
  /** No answer that says so: it may have been sent. */
  | { outcome: "unknown"; reason: string }

/** A text message of a person to our number. */
export interface InboundText {
  id: string
  /** E.164. */
  from: string
  /** E.164. */
  to: string
  text: string
}

/** A message of the provider to our webhook; `inbound` is null when it is about something else. */
export interface Notice {
  id: string
  inbound: InboundText | null
}

/** Text messages from one number of ours. Phone numbers are E.164. */
export interface Sms {
  number: string
  /** Longest text in UTF-16 units. */
  longestUnits: number
  /** Most messages in a minute. */
  mostAMinute: number
  /** Sends once; the provider knows no idempotency key, so after "unknown" look with `findSent` first. */
  send(message: { to: string; text: string }): Promise<SendOutcome>
  /** What went to a phone since then, the newest first. @throws AppError "sms-down". */
  findSent(input: { to: string; since: Temporal.Instant }): Promise<SentText[]>
  /** Where a message stands. @throws AppError "sms-down". */
  readSent(id: string): Promise<SentText>
  /** Makes sure that the address is told of messages that come in. @throws AppError "sms-down". */
  listen(address: string): Promise<void>
  /** Reads what came to that address. @throws AppError "webhook-token-invalid", "webhook-unreadable". */
  readNotice(body: Buffer, token: string): Notice
}

declare module "#platform/context.ts" {
  interface Providers {
    /** Absent without the RINGCENTRAL_… settings. */
    sms?: Sms
  }
}

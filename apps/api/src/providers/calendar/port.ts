/** Where a person's own calendar is, with a password made for programs. */
export interface CalendarAccount {
  serverUrl: string
  userName: string
  password: string
}

export interface FoundCalendar {
  url: string
  name: string
}

/** Epoch milliseconds; the end is not part of it. */
export interface BusySpan {
  fromMs: number
  toMs: number
}

export interface BusyQuery {
  calendarUrl: string
  fromMs: number
  toMs: number
  /** The zone of whole days and of times without a zone. */
  timeZone: string
  /** Entries that we wrote ourselves, which are never read back. */
  isOwn(uid: string): boolean
}

export interface BusyTimes {
  busy: BusySpan[]
  /** Entries that nobody could make sense of. */
  unreadable: number
}

export interface EventToWrite {
  calendarUrl: string
  uid: string
  /** RFC 5545. */
  text: string
  /** Where it is, when it was written before. */
  known: WrittenEvent | null
}

export interface WrittenEvent {
  url: string
  /** Null when the server told none. */
  etag: string | null
}

/** A person's calendar elsewhere. All throw AppError "calendar-login-refused", "calendar-unreachable", "calendar-gone". */
export interface ExternalCalendars {
  findCalendars(account: CalendarAccount): Promise<FoundCalendar[]>
  readBusy(account: CalendarAccount, query: BusyQuery): Promise<BusyTimes>
  /** Ours wins over a change that somebody made to it there. */
  writeEvent(account: CalendarAccount, event: EventToWrite): Promise<WrittenEvent>
  /** Gone already is as good. */
  removeEvent(account: CalendarAccount, event: WrittenEvent): Promise<void>
}

declare module "#platform/context.ts" {
  interface Providers {
    calendars?: ExternalCalendars
  }
}

import type { Context } from "../core/context.ts"
import type { JsonObject } from "../core/json.ts"
import { toText } from "../core/json.ts"

type Attachment = { name: string; type: string; cid: string; size: number; base64: string }

/** One mail as it was handed over; `to` are the recipients of the envelope. */
export type Mail = {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  attachments: Attachment[]
  /** The message as received, with all headers. */
  source: string
}

export type Mailbox = {
  add(mail: Omit<Mail, "id" | "at">): Mail
  find(id: string): Mail | undefined
  /** The newest first; `to` is a part of an address. */
  list(which?: { to?: string; subject?: string }): Mail[]
  /** Resolves with the newest match, at once or when one arrives; undefined when time is over. */
  wait(which: { to?: string; subject?: string }, timeoutMs: number): Promise<Mail | undefined>
  clear(): void
}

/** All mails that were handed over. */
export function createMailbox(ctx: Context): Mailbox {
  const mails = ctx.records.collection("smtp.mails")
  const listeners = new Set<() => void>()
  const list = ({ to = "", subject = "" } = {}) =>
    mails
      .all()
      .map(readMail)
      .filter((mail) => mail.to.some((address) => address.toLowerCase().includes(to.toLowerCase())))
      .filter((mail) => mail.subject.toLowerCase().includes(subject.toLowerCase()))
      .reverse()
  return {
    list,
    add: (content) => {
      const mail: Mail = { id: ctx.ids.next("mail_", 16), at: ctx.clock.now().toISOString(), ...content }
      mails.put(mail.id, structuredClone(mail) as unknown as JsonObject)
      for (const listener of listeners) listener()
      return mail
    },
    find: (id) => {
      const found = mails.get(id)
      return found && readMail(found)
    },
    wait: (which, timeoutMs) => waitFor(() => list(which)[0], listeners, timeoutMs),
    clear: () => {
      for (const mail of mails.all()) mails.remove(toText(mail.id))
    },
  }
}

function waitFor(
  look: () => Mail | undefined,
  listeners: Set<() => void>,
  timeoutMs: number,
): Promise<Mail | undefined> {
  return new Promise((resolve) => {
    const end = (mail: Mail | undefined) => {
      clearTimeout(timer)
      listeners.delete(tryAgain)
      resolve(mail)
    }
    const tryAgain = () => {
      const mail = look()
      if (mail) end(mail)
    }
    const timer = setTimeout(() => end(undefined), timeoutMs)
    timer.unref()
    listeners.add(tryAgain)
    tryAgain()
  })
}

function readMail(stored: JsonObject): Mail {
  // safe: only add() writes here
  return stored as unknown as Mail
}

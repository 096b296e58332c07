import type { Consent, DuplicateReason, TimelineKind } from "@myhibachi/contract/customers"

export const channelTitle: Record<Consent["channel"], string> = {
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  voice: "Phone",
}

export const scopeTitle: Record<Consent["scope"], string> = {
  service: "needed messages",
  marketing: "offers",
}

export const reasonTitle: Record<DuplicateReason["kind"], string> = {
  email: "gave the other's e-mail",
  phone: "gave the other's phone",
  name: "names alike",
  address: "addresses alike",
}

export const kindTitle: Record<TimelineKind, string> = {
  lead: "Leads",
  quote: "Quotes",
  hold: "Holds",
  booking: "Bookings",
  payment: "Money",
  message: "Messages",
  mail: "Mails",
  task: "Tasks",
  note: "Notes",
  consent: "Consents",
  merge: "Merges",
  privacy: "Privacy",
}

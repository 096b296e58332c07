import { parsePhoneNumberFromString } from "libphonenumber-js"
import { invalidField } from "#platform/errors.ts"

export interface ContactInput {
  email?: string | undefined
  phone?: string | undefined
}

export interface ContactKey {
  kind: "email" | "phone"
  value: string
}

/**
 * @returns the identities of a contact as they are compared: e-mail in lower case, phone as E.164.
 * @throws AppError "phone-invalid".
 */
export function normaliseContact(contact: ContactInput): ContactKey[] {
  const keys: ContactKey[] = []
  if (contact.email) keys.push({ kind: "email", value: contact.email.trim().toLowerCase() })
  if (contact.phone) keys.push({ kind: "phone", value: normalisePhone(contact.phone) })
  return keys
}

function normalisePhone(text: string): string {
  const phone = parsePhoneNumberFromString(text, "US")
  if (phone?.isPossible()) return phone.number
  throw invalidField(
    "/contact/phone",
    "Write the phone number with its area code, for example 510-555-0142.",
    "phone-invalid",
  )
}

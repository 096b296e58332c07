import { blankOut } from "./plain-text.ts"
import type { Slots } from "./slots.ts"

type Contact = Pick<Slots, "email" | "phone" | "name" | "bookingReference">

const EMAIL = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/
const PHONE = /(?<![\d-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/
const REFERENCE = /\bMH[-_ ]?[A-Z0-9]*\d[A-Z0-9]*(?:-[A-Z0-9]+)*\b|\bMH-[A-Z0-9]{3,}(?:-[A-Z0-9]+)*\b/i
const NAME =
  /\b(?:my name is|my name's|name is|this is|i am|i'm|me llamo|soy|name:|under the name(?: of)?|under) ((?:[A-Z][\p{L}'-]+)(?: [A-Z][\p{L}'-]+){0,2})/u
const NOT_A_NAME =
  /^(?:[A-Z]+$|Just|Not|Very|So|The|A|An|My|Allergic|Vegan|Planning|Looking|Interested|Hosting|Having|Really|Super|Still|Going|From|In|Monday|Saturday|Sunday|Friday)/

/** E-mail, telephone, name and booking reference; what was read is blanked in `rest`, so that its digits are not guests. */
export function findContact(text: string): { contact: Contact; rest: string } {
  const contact: Contact = {}
  let rest = text
  const take = (words: RegExp): string | undefined => {
    const match = words.exec(rest)
    if (match) rest = blankOut(rest, match.index, match[0].length)
    return match?.[0]
  }
  const email = take(EMAIL)
  if (email) contact.email = email.toLowerCase()
  const reference = take(REFERENCE)
  if (reference) contact.bookingReference = reference.toUpperCase().replace(/^MH[-_ ]?/, "MH-")
  const phone = take(PHONE)
  if (phone) contact.phone = phone.trim()
  const name = NAME.exec(rest)
  if (name?.[1] && !NOT_A_NAME.test(name[1])) contact.name = name[1]
  return { contact, rest }
}

import { withoutDefaults } from "../../text/value-shape.ts"

/**
 * Slots are kept for the message and for the conversation so far.
 * @returns both without their defaults; `before` is null when it adds nothing.
 */
export function splitSlots(slots: Record<string, unknown>): { message: unknown; before: unknown } {
  if (!("message" in slots)) return { message: withoutDefaults(slots), before: null }
  const message = withoutDefaults(slots.message)
  const known = withoutDefaults(slots.known)
  return { message, before: JSON.stringify(known) === JSON.stringify(message) ? null : known }
}

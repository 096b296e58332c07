/** Who did something, apart from staff, whose names are looked up. */
const kinds: Record<string, string> = {
  system: "The system",
  customer: "The customer",
  visitor: "A visitor",
  chef: "The chef",
  staff: "Staff",
}

/**
 * @param actor as it is recorded: `staff:usr_1`, `system:job`, `agent:Operations for customer:cus_1`.
 * @returns the actor in words; a name that stands there already stays.
 */
export function actorWords(actor: string, staffNames: ReadonlyMap<string, string>): string {
  const agent = /^agent:(\S+) for (.+)$/.exec(actor)
  if (agent) return `The assistant (${agent[1]}) for ${lower(actorWords(agent[2] ?? "", staffNames))}`
  const [kind, id] = actor.split(":")
  if (kind === "staff" && id) return staffNames.get(id) ?? "Staff"
  return (id !== undefined && kind ? kinds[kind] : undefined) ?? actor
}

function lower(words: string): string {
  return Object.values(kinds).includes(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

import type { PartyDetails, PartySetting } from "@myhibachi/contract/party-details"

export const SETTING_WORDS: Record<PartySetting, string> = {
  outdoor_uncovered: "Outdoors, no cover",
  outdoor_covered: "Outdoors under cover",
  indoor: "Indoors",
}

/** @returns what is known beyond the order, as names and texts; nothing that nobody has said. */
export function detailFacts(details: PartyDetails): { name: string; text: string }[] {
  const grill = [details.setting ? SETTING_WORDS[details.setting] : "", details.setUpPlace]
  return [
    { name: "Occasion", text: details.occasion },
    { name: "Way in", text: details.access },
    { name: "Parking", text: details.parking },
    { name: "Grill", text: grill.filter(Boolean).join(" · ") },
    { name: "Notes", text: details.notes },
  ].filter(({ text }) => text !== "")
}

/** What the crew should know beyond the order. */
export function PartyDetailFacts({ details }: { details: PartyDetails }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
      {detailFacts(details).map(({ name, text }) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

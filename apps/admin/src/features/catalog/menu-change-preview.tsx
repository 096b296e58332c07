"use client"

import { type MenuChange, MenuChangePreview } from "@myhibachi/contract/menu-editing"
import { formatInstant } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { allergenTitle } from "./catalog-words.ts"

/** Which dishes would change and which booked guests would be concerned, before anything is saved. */
export function MenuChangePreviewPanel({ change }: { change: MenuChange }) {
  const preview = useQuery({
    queryKey: ["menu-change", change],
    queryFn: () => request(MenuChangePreview, "/v1/menu-changes/preview", { method: "POST", body: change }),
    staleTime: 0,
  })
  return (
    <section aria-live="polite" className="border-t border-line pt-4">
      <h3 className="mb-2 font-medium">What saving would change</h3>
      <Loaded query={preview} lines={2}>
        {({ dishes, conflicts }) => (
          <>
            <Dishes dishes={dishes} />
            <Conflicts conflicts={conflicts} />
          </>
        )}
      </Loaded>
    </section>
  )
}

function Dishes({ dishes }: { dishes: MenuChangePreview["dishes"] }) {
  if (dishes.length === 0) return <p className="text-ink-soft">No dish gets other allergens.</p>
  return (
    <ul className="mb-3 flex flex-col gap-1">
      {dishes.map(({ sku, name, gained, lost, because }) => (
        <li key={sku}>
          <span className="font-medium">{name}</span>
          {gained.length > 0
            ? ` would contain ${titles(gained)}${because.length > 0 ? ` because of ${because.join(", ")}` : ""}.`
            : ""}
          {lost.length > 0 ? ` would no longer contain ${titles(lost)}.` : ""}
          {gained.length + lost.length === 0 ? " can no longer be made without something in it." : ""}
        </li>
      ))}
    </ul>
  )
}

function titles(allergens: MenuChangePreview["dishes"][number]["gained"]): string {
  return allergens.map((allergen) => allergenTitle[allergen].toLowerCase()).join(", ")
}

function Conflicts({ conflicts }: { conflicts: MenuChangePreview["conflicts"] }) {
  if (conflicts.length === 0) return <p className="text-ink-soft">No booked guest is concerned.</p>
  return (
    <div className="rounded-control bg-caution-soft p-3">
      <p className="mb-1 font-medium">
        {conflicts.length === 1 ? "One booked party is" : `${conflicts.length} booked parties are`} concerned;
        saving makes a task for each.
      </p>
      <ul className="flex flex-col gap-2">
        {conflicts.map((conflict) => (
          <li key={conflict.bookingId}>
            {conflict.reference}, {conflict.customerName},{" "}
            {formatInstant(conflict.startsAt, conflict.timeZone, "date-time", true)}
            <ul className="list-disc pl-5 text-sm">
              {conflict.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

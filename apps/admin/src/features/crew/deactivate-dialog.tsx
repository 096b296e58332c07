"use client"

import { AffectedParties as Affected, ChefActivity, type Handovers } from "@myhibachi/contract/chef-time"
import type { Chef } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { AffectedParties, readHandovers } from "./affected-parties.tsx"
import { useTimeChange } from "./use-time-change.ts"

/** Takes a chef out of work, after every party to come has somebody else; or lets them work again. */
export function ActivityAction({ chef }: { chef: Chef }) {
  const [isOpen, setIsOpen] = useState(false)
  const reactivate = useTimeChange({
    run: () => request(ChefActivity, `/v1/chefs/${chef.id}/reactivate`, { method: "POST" }),
    done: () => ({ title: `${chef.name} works again` }),
  })
  if (!chef.isActive)
    return (
      <Button variant="secondary" isBusy={reactivate.isPending} onClick={() => reactivate.mutate()}>
        Let work again
      </Button>
    )
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Take ${chef.name} out of work?`}
      description="No start is offered with this chef any more. It can be undone."
      trigger={<Button variant="secondary">Take out of work…</Button>}
    >
      {isOpen ? <DeactivateForm chef={chef} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function DeactivateForm({ chef, onDone }: { chef: Chef; onDone: () => void }) {
  const [takers, setTakers] = useState<Record<string, string>>({})
  const parties = useQuery({
    queryKey: ["chef", chef.id, "parties"],
    queryFn: () => request(Affected, `/v1/chefs/${chef.id}/parties`),
    staleTime: 0,
  })
  const deactivate = useTimeChange({
    run: (body: Handovers) =>
      request(ChefActivity, `/v1/chefs/${chef.id}/deactivate`, { method: "POST", body }),
    done: ({ moved }) => ({
      title: `${chef.name} is out of work`,
      ...(moved.length > 0 ? { detail: `${moved.length} parties went to others.` } : {}),
    }),
    onDone,
  })
  return (
    <Loaded query={parties}>
      {({ items }) => {
        const { handovers, isComplete } = readHandovers(items, takers)
        return (
          <div className="flex flex-col gap-4">
            {items.length === 0 ? (
              <p>No party is booked with {chef.name}.</p>
            ) : (
              <AffectedParties
                parties={items}
                timeZone={chef.timeZone}
                takers={takers}
                onChange={setTakers}
              />
            )}
            <Button
              variant="danger"
              className="self-end"
              disabled={!isComplete}
              isBusy={deactivate.isPending}
              onClick={() => deactivate.mutate({ handovers })}
            >
              {isComplete ? "Take out of work" : "Say who takes each party"}
            </Button>
          </div>
        )
      }}
    </Loaded>
  )
}

"use client"

import { Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"

/** Asks before a station closes or opens again. */
export function StationActiveDialog({ station }: { station: Station }) {
  const [isOpen, setIsOpen] = useState(false)
  const client = useQueryClient()
  const verb = station.isActive ? "Close" : "Open again"
  const change = useMutation({
    mutationFn: () =>
      request(Station, `/v1/stations/${station.id}/active`, {
        method: "POST",
        body: { isActive: !station.isActive },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["stations"] })
      setIsOpen(false)
    },
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={station.isActive ? `Close ${station.name}?` : `Open ${station.name} again?`}
      description={
        station.isActive
          ? "No new party is driven from here until it is opened again. A station with parties ahead cannot close."
          : "New parties near it are driven from here again."
      }
      trigger={
        <Button variant="quiet" size="small" aria-label={`${verb}: ${station.name}`}>
          {verb}…
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Leave it</Button>
          </DialogClose>
          <Button
            variant={station.isActive ? "danger" : "primary"}
            isBusy={change.isPending}
            onClick={() => change.mutate()}
          >
            {station.isActive ? "Close the station" : "Open the station"}
          </Button>
        </>
      }
    >
      {change.error ? <Failure error={change.error} /> : null}
    </Dialog>
  )
}

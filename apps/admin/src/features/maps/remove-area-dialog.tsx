"use client"

import type { Area } from "@myhibachi/contract/areas"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"

/** Asks before an area goes. */
export function RemoveAreaDialog({ area, onRemoved }: { area: Area; onRemoved: () => void }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => request(z.undefined(), `/v1/service-areas/${area.id}`, { method: "DELETE" }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["areas"] })
      onRemoved()
    },
  })
  return (
    <Dialog
      title={`Remove ${area.name}?`}
      description="From then on distance and the other areas decide there. Parties that are booked stay."
      trigger={<Button variant="quiet">Remove…</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep it</Button>
          </DialogClose>
          <Button variant="danger" isBusy={remove.isPending} onClick={() => remove.mutate()}>
            Remove
          </Button>
        </>
      }
    >
      {remove.error ? <Failure error={remove.error} /> : null}
    </Dialog>
  )
}

"use client"

import { StaffMenuItem } from "@myhibachi/contract/menu-editing"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { MenuChangePreviewPanel } from "./menu-change-preview.tsx"
import { useChange } from "./use-change.ts"

/** Takes a dish off the menu, after showing who chose it. */
export function ArchiveDialog({ dish }: { dish: StaffMenuItem }) {
  const [isOpen, setIsOpen] = useState(false)
  const archive = useChange({
    send: () => request(StaffMenuItem, `/v1/menu-items/${dish.sku}/archive`, { method: "POST" }),
    done: ({ name }) => `${name} is off the menu`,
    after: () => setIsOpen(false),
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Take ${dish.name} off the menu?`}
      description="It cannot be ordered any more. What was booked keeps its lines, and its history stays."
      trigger={
        <Button size="small" variant="quiet" aria-label={`Take off ${dish.name}`}>
          Take off…
        </Button>
      }
    >
      {isOpen ? (
        <div className="flex flex-col gap-4">
          <MenuChangePreviewPanel change={{ kind: "archive", sku: dish.sku }} />
          <div className="flex justify-end">
            <Button variant="danger" isBusy={archive.isPending} onClick={() => archive.mutate(undefined)}>
              Take it off
            </Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  )
}

"use client"

import type { PriceBook } from "@myhibachi/contract/catalog"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useRouter } from "next/navigation"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { ifMatch } from "./catalog-keys.ts"
import { useChange } from "./use-change.ts"

/** Throws a draft away, after asking. */
export function DiscardDialog({ book }: { book: PriceBook }) {
  const router = useRouter()
  const discard = useChange({
    send: () =>
      request(z.undefined(), `/v1/price-books/${book.id}`, {
        method: "DELETE",
        headers: ifMatch(book.revision),
      }),
    done: () => `The draft ${book.name} is gone`,
    after: () => router.push("/menu/prices"),
  })
  return (
    <Dialog
      title={`Throw the draft ${book.name} away?`}
      description="Its prices are lost. Nothing that is published changes."
      trigger={<Button variant="secondary">Throw away…</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep it</Button>
          </DialogClose>
          <Button variant="danger" isBusy={discard.isPending} onClick={() => discard.mutate(undefined)}>
            Throw away
          </Button>
        </>
      }
    />
  )
}

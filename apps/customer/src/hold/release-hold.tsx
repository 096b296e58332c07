"use client"
import { Hold } from "@myhibachi/contract/hold"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** Gives the start back before its time, after asking. */
export function ReleaseHold({ token }: { token: string }) {
  const router = useRouter()
  const toast = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const release = async () => {
    setIsBusy(true)
    try {
      await request(Hold, `/v1/public/holds/${token}`, { method: "DELETE" })
      setIsOpen(false)
      router.refresh()
    } catch (error) {
      toast({ title: "The start is still held.", detail: sentenceOf(error), state: "bad" })
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Give the start back?"
      description="It is then free for others. Nothing was paid and nothing is owed; your price stays until it ends."
      trigger={<Button variant="quiet">Give the start back</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep it</Button>
          </DialogClose>
          <Button variant="danger" onClick={release} isBusy={isBusy}>
            Give it back
          </Button>
        </>
      }
    />
  )
}

"use client"

import type { Customer } from "@myhibachi/contract/customers"
import { PrivacyExport, PrivacyExportList } from "@myhibachi/contract/privacy"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Progress } from "@myhibachi/ui/progress"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { EraseDialog } from "./erase-dialog.tsx"

/** The rights of the person: a copy of everything, and to be forgotten. */
export function CustomerPrivacy({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write")
  const mayErase = useMay("customers:erase")
  if (customer.erasedAt) return null
  return (
    <Card>
      <CardHeader title="Privacy" />
      <div className="flex flex-col items-start gap-4 text-sm">
        {mayWrite ? <Copies customerId={customer.id} /> : null}
        {mayErase ? <EraseDialog customer={customer} /> : null}
      </div>
    </Card>
  )
}

const LOOK_AGAIN_MS = 1500

function Copies({ customerId }: { customerId: string }) {
  const tell = useToast()
  const client = useQueryClient()
  const key = ["privacy-exports", customerId]
  const copies = useQuery({
    queryKey: key,
    queryFn: () => request(PrivacyExportList, `/v1/customers/${customerId}/privacy-exports`),
    refetchInterval: (query) => (query.state.data?.items.some(isOnItsWay) ? LOOK_AGAIN_MS : false),
  })
  const ask = useMutation({
    mutationFn: () =>
      request(PrivacyExport, `/v1/customers/${customerId}/privacy-export`, { method: "POST" }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const newest = copies.data?.items[0]
  return (
    <>
      {newest ? <Copy copy={newest} /> : <p className="text-ink-soft">No copy was asked for.</p>}
      <Button
        size="small"
        variant="secondary"
        isBusy={ask.isPending || (newest !== undefined && isOnItsWay(newest))}
        onClick={() => ask.mutate()}
      >
        Collect a copy of all data
      </Button>
    </>
  )
}

function isOnItsWay({ status }: PrivacyExport): boolean {
  return status === "waiting" || status === "running"
}

function Copy({ copy }: { copy: PrivacyExport }) {
  if (isOnItsWay(copy))
    return <Progress label="The copy is made" value={copy.stepsDone} maximum={copy.steps} />
  if (!copy.token) {
    return (
      <p className="text-ink-soft">
        The copy of <WhenText instant={copy.requestedAt} /> has expired.
      </p>
    )
  }
  const base = `/api/v1/public/privacy-exports/${copy.token}`
  return (
    <p>
      <a className="underline underline-offset-4" href={`${base}/page.html`} target="_blank" rel="noreferrer">
        Read the copy
      </a>{" "}
      or{" "}
      <a className="underline underline-offset-4" href={`${base}/data.json`}>
        download it
      </a>
      {copy.expiresAt ? (
        <span className="text-ink-soft">
          {" "}
          until <WhenText instant={copy.expiresAt} />
        </span>
      ) : null}
    </p>
  )
}

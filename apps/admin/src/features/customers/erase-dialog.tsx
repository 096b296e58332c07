"use client"

import type { Customer } from "@myhibachi/contract/customers"
import { type EraseCustomer, ErasedCustomer, ErasurePreview } from "@myhibachi/contract/privacy"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"

/** Asks twice: first what would go, then for the name. There is no way back. */
export function EraseDialog({ customer }: { customer: Customer }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Erase ${customer.name}?`}
      description="Whatever names this person goes everywhere and for good. Bookings' figures, invoices and the ledger stay without a name."
      trigger={
        <Button size="small" variant="danger">
          Erase…
        </Button>
      }
    >
      {isOpen ? <Steps customer={customer} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function Steps({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [isSure, setIsSure] = useState(false)
  const preview = useQuery({
    queryKey: ["erasure", customer.id],
    queryFn: () => request(ErasurePreview, `/v1/customers/${customer.id}/erasure`),
    staleTime: 0,
  })
  return (
    <Loaded query={preview} lines={4}>
      {({ obstacles, copy }) => {
        if (obstacles.length > 0) return <Obstacles reasons={obstacles} />
        if (isSure) return <ConfirmForm customer={customer} onDone={onDone} />
        return (
          <div className="flex flex-col gap-4">
            <p>These are kept now:</p>
            <ul className="columns-2 text-sm">
              {copy.map(({ title, count }) => (
                <li key={title}>
                  {title}: <span className="tabular-nums">{count}</span>
                </li>
              ))}
            </ul>
            <div className="flex justify-end">
              <Button variant="secondary" onClick={() => setIsSure(true)}>
                Go on
              </Button>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function Obstacles({ reasons }: { reasons: string[] }) {
  return (
    <>
      <p className="font-medium">Not yet:</p>
      <ul className="mt-2 list-disc pl-5">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  )
}

function ConfirmForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [name, setName] = useState("")
  const [ground, setGround] = useState<EraseCustomer["ground"]>("request")
  const router = useRouter()
  const tell = useToast()
  const client = useQueryClient()
  const erase = useMutation({
    mutationFn: (body: EraseCustomer) =>
      request(ErasedCustomer, `/v1/customers/${customer.id}/erase`, { method: "POST", body }),
    onSuccess: () => {
      onDone()
      tell({ title: "The person's data is erased", state: "good" })
      router.push("/customers")
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Form
      onSubmit={() => {
        erase.mutate({ name, ground })
      }}
    >
      <Field label="Why">
        <Select
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value === "retention" ? "retention" : "request")}
        >
          <option value="request">The person asked for it</option>
          <option value="retention">It was kept long enough</option>
        </Select>
      </Field>
      <Field label={`Type the name: ${customer.name}`} isRequired>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="danger"
          isBusy={erase.isPending}
          disabled={name.trim() !== customer.name}
        >
          Erase for good
        </Button>
      </div>
    </Form>
  )
}

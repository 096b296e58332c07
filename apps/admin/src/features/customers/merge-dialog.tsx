"use client"

import { Customer, type DuplicatePair, MergeCustomers } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Makes one person of two. */
export function MergeDialog({ pair }: { pair: Pick<DuplicatePair, "one" | "other"> }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="One person?"
      description="Everything of both is then found under the one that stays. It can be undone; where they answered differently, the refusal counts."
      trigger={
        <Button
          size="small"
          variant="secondary"
          aria-label={`Same person: ${pair.one.name}, ${pair.other.name}`}
        >
          Same person…
        </Button>
      }
    >
      {isOpen ? <MergeForm pair={pair} /> : null}
    </Dialog>
  )
}

function MergeForm({ pair: { one, other } }: { pair: Pick<DuplicatePair, "one" | "other"> }) {
  const [survivorId, setSurvivorId] = useState(one.id)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const router = useRouter()
  const tell = useToast()
  const client = useQueryClient()
  const merge = useMutation({
    mutationFn: (body: MergeCustomers) =>
      request(Customer, `/v1/customers/${survivorId}/merge`, { method: "POST", body }),
    onSuccess: async (customer) => {
      await client.invalidateQueries()
      tell({ title: `One person now: ${customer.name}`, state: "good" })
      router.push(`/customers/${customer.id}`)
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Form
      onSubmit={() => {
        const parsed = MergeCustomers.safeParse({
          otherId: survivorId === one.id ? other.id : one.id,
          reason,
        })
        setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
        if (parsed.success) merge.mutate(parsed.data)
      }}
    >
      <Field label="Who stays">
        <Select value={survivorId} onChange={(event) => setSurvivorId(event.currentTarget.value)}>
          {[one, other].map((person) => (
            <option key={person.id} value={person.id}>
              {[person.name, person.email ?? person.phone].filter(Boolean).join(", ")}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Why" error={hint} isRequired>
        <Input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" isBusy={merge.isPending}>
          Make them one person
        </Button>
      </div>
    </Form>
  )
}

"use client"

import { AddNote, Customer } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Keeps a note about a customer. */
export function NoteBox({ customerId }: { customerId: string }) {
  const [text, setText] = useState("")
  const [hint, setHint] = useState<string>()
  const tell = useToast()
  const client = useQueryClient()
  const add = useMutation({
    mutationFn: (body: AddNote) =>
      request(Customer, `/v1/customers/${customerId}/notes`, { method: "POST", body }),
    onSuccess: (customer) => {
      setText("")
      client.setQueryData(["customer", customerId], customer)
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Form
      className="mt-4 flex flex-col items-start gap-2"
      onSubmit={() => {
        const parsed = AddNote.safeParse({ text })
        setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
        if (parsed.success) add.mutate(parsed.data)
      }}
    >
      <Field label="New note" error={hint} className="w-full">
        <Textarea value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <Button type="submit" size="small" variant="secondary" isBusy={add.isPending}>
        Keep the note
      </Button>
    </Form>
  )
}

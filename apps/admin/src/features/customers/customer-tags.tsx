"use client"

import { type Customer, UpdateCustomer } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { X } from "lucide-react"
import { useState } from "react"
import { useMay } from "@/shell/me.tsx"
import { useCustomerChange } from "./use-customer-change.ts"

/** Words by which the team groups people. */
export function CustomerTags({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write") && !customer.erasedAt
  const [text, setText] = useState("")
  const tell = useToast()
  const change = useCustomerChange(customer.id, () => setText(""))
  const put = (tags: string[]) => {
    const parsed = UpdateCustomer.safeParse({ tags })
    if (!parsed.success) return tell({ title: parsed.error.issues[0]?.message ?? "", state: "bad" })
    const headers = { "if-match": `"v${customer.version}"` }
    change.mutate({ path: "", method: "PATCH", body: parsed.data, headers })
  }
  if (!mayWrite && customer.tags.length === 0) return null
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      {customer.tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex items-center gap-1 rounded-full bg-sunken py-0.5 pl-3 pr-1 text-sm"
        >
          {tag}
          {mayWrite ? (
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              className="rounded-full p-1 hover:bg-line"
              onClick={() => put(customer.tags.filter((other) => other !== tag))}
            >
              <X aria-hidden className="size-3.5" />
            </button>
          ) : null}
        </span>
      ))}
      {mayWrite ? (
        <Form
          className="flex items-center gap-2"
          onSubmit={() => {
            put([...customer.tags, text])
          }}
        >
          <Input
            aria-label="New tag"
            placeholder="New tag"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            className="h-8 w-32 text-sm"
          />
          <Button type="submit" size="small" variant="quiet" isBusy={change.isPending}>
            Add
          </Button>
        </Form>
      ) : null}
    </div>
  )
}

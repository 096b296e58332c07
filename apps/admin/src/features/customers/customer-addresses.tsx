"use client"

import { AddAddress, type Customer, type Place } from "@myhibachi/contract/customers"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { useMay } from "@/shell/me.tsx"
import { useCustomerChange } from "./use-customer-change.ts"

const precisionText: Record<Place["precision"], string> = {
  address: "Exact",
  street: "The street",
  postal_code: "Only the ZIP code",
  city: "Only the city",
  region: "Only the region",
}

/** Where the customer has parties, how well we know the places, and which is the next one's. */
export function CustomerAddresses({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write") && !customer.erasedAt
  const change = useCustomerChange(customer.id)
  return (
    <Card>
      <CardHeader title="Addresses" />
      {customer.addresses.length === 0 ? <p className="text-sm text-ink-soft">None yet.</p> : null}
      <ul className="flex flex-col gap-4 text-sm">
        {customer.addresses.map((address) => (
          <li key={address.id} className="flex flex-col items-start gap-1">
            <span>{address.formatted}</span>
            <span className="flex flex-wrap items-center gap-2">
              <Badge state={address.precision === "address" ? "good" : "caution"}>
                {precisionText[address.precision]}
              </Badge>
              {address.isDefault ? <Badge>Next party</Badge> : null}
            </span>
            {mayWrite ? (
              <span className="flex gap-1">
                {address.isDefault ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`Use for the next party: ${address.formatted}`}
                    onClick={() => change.mutate({ path: `/addresses/${address.id}/default`, method: "PUT" })}
                  >
                    Use for the next party
                  </Button>
                )}
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${address.formatted}`}
                  onClick={() => change.mutate({ path: `/addresses/${address.id}`, method: "DELETE" })}
                >
                  Remove
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? <AddressForm customer={customer} /> : null}
    </Card>
  )
}

function AddressForm({ customer }: { customer: Customer }) {
  const [text, setText] = useState("")
  const [hint, setHint] = useState<string>()
  const add = useCustomerChange(customer.id, () => setText(""))
  return (
    <Form
      className="mt-4 flex flex-col items-start gap-2"
      onSubmit={() => {
        const parsed = AddAddress.safeParse({ text })
        setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
        if (parsed.success) add.mutate({ path: "/addresses", method: "POST", body: parsed.data })
      }}
    >
      <Field label="New address" error={hint} className="w-full">
        <Input value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <Button type="submit" size="small" variant="secondary" isBusy={add.isPending}>
        Look up and keep
      </Button>
    </Form>
  )
}

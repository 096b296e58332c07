"use client"

import { ConvertedLead, type ConvertLead, type Lead, ConvertLead as Schema } from "@myhibachi/contract/leads"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Makes a customer and a price of a lead. */
export function ConvertForm({ lead }: { lead: Lead }) {
  const [party, setParty] = useState({ adults: "", children: "", littleOnes: "", date: "", address: "" })
  const [person, setPerson] = useState({
    name: lead.name ?? "",
    email: lead.email ?? "",
    phone: lead.phone ?? "",
  })
  const [hint, setHint] = useState<string>()
  const convert = useConvert(lead.id)
  const submit = () => {
    const { date, address } = party
    const parsed = Schema.safeParse({
      party: {
        guests: {
          adults: Number(party.adults),
          children: Number(party.children),
          littleOnes: Number(party.littleOnes),
        },
        ...(date ? { date } : {}),
        ...(address ? { address: { text: address } } : {}),
      },
      contact: { name: person.name, email: person.email || undefined, phone: person.phone || undefined },
    })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) convert.mutate(parsed.data)
  }
  const partyInput = (name: keyof typeof party, type: string) => (
    <Input
      type={type}
      {...(type === "number" ? { min: 0, inputMode: "numeric" as const } : {})}
      value={party[name]}
      onChange={(event) => setParty({ ...party, [name]: event.currentTarget.value })}
    />
  )
  const personInput = (name: keyof typeof person, type: string) => (
    <Input
      type={type}
      value={person[name]}
      onChange={(event) => setPerson({ ...person, [name]: event.currentTarget.value })}
    />
  )
  return (
    <Card>
      <CardHeader title="Make a customer with a price" detail="The date and the address can follow later." />
      <Form onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Name">{personInput("name", "text")}</Field>
          <Field label="E-mail">{personInput("email", "email")}</Field>
          <Field label="Phone">{personInput("phone", "tel")}</Field>
          <Field label="Adults" isRequired>
            {partyInput("adults", "number")}
          </Field>
          <Field label="Children">{partyInput("children", "number")}</Field>
          <Field label="Little ones">{partyInput("littleOnes", "number")}</Field>
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Date">{partyInput("date", "date")}</Field>
          <Field label="Address or ZIP code" className="sm:col-span-2">
            {partyInput("address", "text")}
          </Field>
        </div>
        <p role="alert" className="text-sm font-medium text-bad empty:hidden">
          {hint}
        </p>
        <div>
          <Button type="submit" isBusy={convert.isPending}>
            Make the customer and the price
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function useConvert(leadId: string) {
  const tell = useToast()
  const router = useRouter()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConvertLead) =>
      request(ConvertedLead, `/v1/leads/${leadId}/convert`, { method: "POST", body }),
    onSuccess: ({ customerId, lead }) => {
      tell({ title: `${lead.name ?? "The lead"} is a customer with a price`, state: "good" })
      router.push(`/customers/${customerId}`)
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

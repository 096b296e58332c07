"use client"

import { CustomerPage } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"

export interface ContactDraft {
  name: string
  email: string
  phone: string
}

export const emptyContact: ContactDraft = { name: "", email: "", phone: "" }

/** @returns the contact as the API takes it; null while nobody is named. */
export function contactOf({ name, email, phone }: ContactDraft) {
  if (!name.trim()) return null
  return {
    name: name.trim(),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  }
}

interface CustomerChoiceProps {
  contact: ContactDraft
  onChange: (contact: ContactDraft) => void
  errors: Record<string, string>
}

/** Who is on the phone: typed, with those offered who are known by what is typed. */
export function CustomerChoice({ contact, onChange, errors }: CustomerChoiceProps) {
  const put = (name: keyof ContactDraft) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...contact, [name]: event.currentTarget.value })
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" error={errors.name} isRequired>
        <Input autoComplete="off" value={contact.name} onChange={put("name")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="E-mail" error={errors.email}>
          <Input type="email" autoComplete="off" value={contact.email} onChange={put("email")} />
        </Field>
        <Field label="Phone" error={errors.phone}>
          <Input type="tel" autoComplete="off" value={contact.phone} onChange={put("phone")} />
        </Field>
      </div>
      <KnownCustomers contact={contact} onChoose={onChange} />
    </div>
  )
}

function KnownCustomers({
  contact,
  onChoose,
}: {
  contact: ContactDraft
  onChoose: (contact: ContactDraft) => void
}) {
  const search = [contact.phone, contact.email, contact.name].map((text) => text.trim()).find(Boolean) ?? ""
  const found = useQuery({
    queryKey: ["customer-choice", search],
    queryFn: ({ signal }) => request(CustomerPage, "/v1/customers", { query: { search, limit: 4 }, signal }),
    enabled: search.length >= 3,
    placeholderData: (previous) => previous,
  })
  const known = search.length >= 3 ? (found.data?.items ?? []) : []
  const others = known.filter(
    ({ email, phone }) => email !== contact.email || (phone ?? "") !== contact.phone,
  )
  if (others.length === 0) return null
  return (
    <div>
      <p className="mb-1 text-sm text-ink-soft">Known already? Take one of these:</p>
      <ul className="flex flex-wrap gap-2">
        {others.map((customer) => (
          <li key={customer.id}>
            <Button
              size="small"
              variant="secondary"
              onClick={() =>
                onChoose({ name: customer.name, email: customer.email ?? "", phone: customer.phone ?? "" })
              }
            >
              {customer.name}, {customer.email ?? customer.phone}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

"use client"

import { Contact } from "@myhibachi/contract/customers"
import { Quote, QuotePreview } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Lines, sentenceOf } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { type ContactDraft, CustomerChoice, contactOf, emptyContact } from "./customer-choice.tsx"
import { FreeStarts } from "./free-starts.tsx"
import { emptyParty, type PartyDraft, requestOf } from "./party-draft.ts"
import { PartyFields } from "./party-fields.tsx"
import { PriceBreakdown } from "./price-breakdown.tsx"

/** A quote for somebody on the phone, with the price at the side while one talks. */
export function NewQuote() {
  const [contact, setContact] = useState<ContactDraft>(emptyContact)
  const [draft, setDraft] = useState<PartyDraft>(emptyParty)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const preview = usePreview(draft)
  const create = useCreate()
  const submit = () => {
    const who = contactOf(contact)
    const parsed = Contact.safeParse(who ?? { name: "" })
    if (parsed.success) create.mutate({ ...requestOf(draft), contact: parsed.data })
    setErrors(
      parsed.success
        ? {}
        : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
    )
  }
  return (
    <>
      <PageHeader back={{ href: "/quotes", title: "Quotes" }} title="New quote" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card aria-label="Customer">
            <CardHeader title="Who is it?" />
            <CustomerChoice contact={contact} onChange={setContact} errors={errors} />
          </Card>
          <Card aria-label="Party">
            <CardHeader title="What party?" />
            <PartyFields
              draft={draft}
              onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
              place={preview.data?.place ?? null}
              addressError={addressProblem(preview.error)}
              starts={
                <StartsOfDraft
                  draft={draft}
                  preview={preview}
                  onChoose={(time) => setDraft((now) => ({ ...now, time }))}
                />
              }
            />
          </Card>
        </div>
        <Card aria-label="Price" className="xl:sticky xl:top-6">
          <CardHeader title="The price" detail="With today's prices; it is kept when you make the quote." />
          <Preview preview={preview} />
          <Button
            width="full"
            size="large"
            className="mt-4"
            isBusy={create.isPending}
            disabled={preview.error !== null}
            onClick={submit}
          >
            Make the quote
          </Button>
        </Card>
      </div>
    </>
  )
}

interface StartsOfDraftProps {
  draft: PartyDraft
  preview: ReturnType<typeof usePreview>
  onChoose: (time: string) => void
}

/** What is free on the day, once a place is known. */
function StartsOfDraft({ draft, preview, onChoose }: StartsOfDraftProps) {
  const { adults, children, littleOnes, date, time: chosen } = draft
  const place = preview.data?.place
  if (!date || !place || preview.error) return null
  return (
    <FreeStarts
      party={{ adults, children, littleOnes, address: place.formatted }}
      date={date}
      isChosen={({ time }) => time === chosen}
      onChoose={({ time }) => onChoose(time)}
    />
  )
}

const PAUSE_MS = 350

/** Prices what is typed once the typing rests; nothing is kept. */
export function usePreview(draft: PartyDraft) {
  const [settled, setSettled] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return useQuery({
    queryKey: ["quote-preview", settled],
    queryFn: ({ signal }) =>
      request(QuotePreview, "/v1/quotes/preview", { method: "POST", body: requestOf(settled), signal }),
    placeholderData: (previous) => previous,
    retry: false,
  })
}

/** @returns what is wrong with the address, which stands at its field. */
export function addressProblem(error: Error | null): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  const isAddress = error.errors.some(({ pointer }) => pointer.startsWith("/address"))
  return isAddress || error.code.startsWith("outside-") ? error.message : undefined
}

export function Preview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  if (preview.error) return <ErrorState title={sentenceOf(preview.error)} />
  if (!preview.data) return <Lines count={5} />
  return <PriceBreakdown quote={preview.data} />
}

function useCreate() {
  const router = useRouter()
  const tell = useToast()
  return useMutation({
    mutationFn: (body: object) => request(Quote, "/v1/quotes", { method: "POST", body }),
    onSuccess: (quote) => router.push(`/quotes/${quote.id}`),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

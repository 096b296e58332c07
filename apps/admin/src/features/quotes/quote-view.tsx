"use client"

import { Quote } from "@myhibachi/contract/quote"
import { QuoteStory } from "@myhibachi/contract/quote-story"
import { Badge } from "@myhibachi/ui/badge"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { guestsText } from "@/features/booking/guests-text.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { HoldCard } from "./hold-card.tsx"
import { HoldDialog } from "./hold-dialog.tsx"
import { PriceBreakdown } from "./price-breakdown.tsx"
import { QuoteSide } from "./quote-side.tsx"
import { quoteState } from "./quote-words.ts"
import { ReviseDialog } from "./revise-dialog.tsx"
import { RevisionsCard } from "./revisions-card.tsx"
import { SendDialog } from "./send-dialog.tsx"

/** One quote: what was offered, to whom it was sent, and how it goes on. */
export function QuoteView({ id }: { id: string }) {
  const story = useQuery({
    queryKey: ["quote", id],
    queryFn: () => request(QuoteStory, `/v1/quotes/${id}/story`),
    refetchInterval: 30_000,
  })
  return (
    <Loaded query={story} lines={10}>
      {(data) => <QuotePage story={data} />}
    </Loaded>
  )
}

function QuotePage({ story }: { story: QuoteStory }) {
  const [quote] = story.revisions
  if (!quote) return null
  const { title, state } = quoteState[quote.status]
  return (
    <>
      <PageHeader
        back={{ href: "/quotes", title: "Quotes" }}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {story.customer?.name ?? "Quote"} <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={<PartyLine quote={quote} />}
        actions={<Actions story={story} quote={quote} />}
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {story.hold ? <HoldCard hold={story.hold} quoteId={quote.id} /> : null}
          <Card aria-label="Price">
            <CardHeader title="The price" detail={<Expiry quote={quote} />} />
            <PriceBreakdown quote={quote} />
          </Card>
          {story.revisions.length > 1 ? <RevisionsCard revisions={story.revisions} /> : null}
        </div>
        <QuoteSide story={story} quote={quote} />
      </div>
    </>
  )
}

function PartyLine({ quote }: { quote: Quote }) {
  return (
    <>
      {guestsText(quote.guests)}
      {quote.place ? ` · ${quote.place.formatted}` : ""}
      {quote.startsAt && quote.timeZone ? (
        <>
          {" · "}
          <TimeText instant={quote.startsAt} timeZone={quote.timeZone} />
        </>
      ) : null}
    </>
  )
}

function Expiry({ quote }: { quote: Quote }) {
  const zone = quote.timeZone ?? "America/Los_Angeles"
  if (quote.status === "taken") return "Booked; the price stays as it is."
  return (
    <>
      {quote.status === "open" ? "Theirs until " : "Expired on "}
      <TimeText instant={quote.expiresAt} timeZone={zone} />
    </>
  )
}

function Actions({ story, quote }: { story: QuoteStory; quote: Quote }) {
  const mayQuote = useMay("quotes:write")
  const mayBook = useMay("bookings:write")
  const isOpen = quote.status === "open"
  return (
    <>
      <LinkButton variant="secondary" href={`/api/v1/quotes/${quote.id}/pdf`} target="_blank">
        PDF
      </LinkButton>
      {mayQuote && quote.status === "expired" ? <PriceAgain quote={quote} /> : null}
      {mayQuote && isOpen ? <ReviseDialog quote={quote} /> : null}
      {mayQuote && isOpen ? <SendDialog quote={quote} email={story.customer?.email ?? ""} /> : null}
      {mayBook && isOpen && !story.hold ? <HoldDialog quote={quote} customer={story.customer} /> : null}
    </>
  )
}

/** An old price becomes today's in one tap. */
function PriceAgain({ quote }: { quote: Quote }) {
  const client = useQueryClient()
  const tell = useToast()
  const again = useMutation({
    mutationFn: () => request(Quote, `/v1/quotes/${quote.id}/revise`, { method: "POST", body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["quote", quote.id] }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Button isBusy={again.isPending} onClick={() => again.mutate()}>
      Price it again
    </Button>
  )
}

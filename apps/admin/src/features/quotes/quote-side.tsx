"use client"

import { type Quote, QuoteExplanation } from "@myhibachi/contract/quote"
import type { QuoteStory } from "@myhibachi/contract/quote-story"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { useToast } from "@myhibachi/ui/toast"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { channelTitle } from "./quote-words.ts"

/** Who asked, what was sent, and the proof that the price is what it says. */
export function QuoteSide({ story, quote }: { story: QuoteStory; quote: Quote }) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Card aria-label="Customer">
        <CardHeader title="Customer" detail={`Asked for by: ${channelTitle[story.channel]}`} />
        {story.customer ? (
          <p className="[overflow-wrap:anywhere]">
            <Link
              href={`/customers/${story.customer.id}`}
              className="font-medium underline underline-offset-4"
            >
              {story.customer.name}
            </Link>
            <span className="block text-sm text-ink-soft">
              {[story.customer.email, story.customer.phone].filter(Boolean).join(" · ")}
            </span>
          </p>
        ) : (
          <p className="text-ink-soft">Nobody named yet.</p>
        )}
        <p className="mt-3 text-sm text-ink-soft">
          Made by <ActorText actor={story.createdBy} />
        </p>
        <CopyLink label="Copy the customer's link" url={story.url} />
      </Card>
      <Sendings story={story} />
      <Proof quote={quote} />
    </div>
  )
}

function CopyLink({ label, url }: { label: string; url: string }) {
  const tell = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    tell({ title: "Copied", state: "good" })
  }
  return (
    <Button size="small" variant="secondary" className="mt-3" onClick={() => void copy()}>
      {label}
    </Button>
  )
}

function Sendings({ story }: { story: QuoteStory }) {
  return (
    <Card aria-label="Sent">
      <CardHeader title="Sent" />
      {story.sendings.length === 0 ? <p className="text-ink-soft">Not sent by e-mail yet.</p> : null}
      <ul className="flex flex-col gap-2 text-sm">
        {story.sendings.map((sending) => (
          <li key={sending.id} className="[overflow-wrap:anywhere]">
            {sending.recipient}
            <span className="block text-ink-soft">
              revision {sending.revision} · <WhenText instant={sending.at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Proof({ quote }: { quote: Quote }) {
  const explanation = useQuery({
    queryKey: ["quote", quote.id, "explain", quote.revision],
    queryFn: () => request(QuoteExplanation, `/v1/quotes/${quote.id}/explain`),
  })
  return (
    <Card aria-label="Proof">
      <CardHeader title="Proof" />
      <Loaded query={explanation} lines={2}>
        {({ isReplayIdentical }) => (
          <p className="text-sm">
            {isReplayIdentical
              ? "Priced again from its inputs, the result is the same, byte for byte."
              : "Priced again from its inputs, the result differs. Tell the engineers."}
          </p>
        )}
      </Loaded>
      <p className="mt-2 text-sm text-ink-soft [overflow-wrap:anywhere]">
        Price book {quote.versions.priceBook} · {quote.hash}
      </p>
    </Card>
  )
}

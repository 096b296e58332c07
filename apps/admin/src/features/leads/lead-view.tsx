"use client"

import { Lead } from "@myhibachi/contract/leads"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Timeline } from "@myhibachi/ui/timeline"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ConvertForm } from "./convert-form.tsx"
import { leadName, sourceTitle, stageTitle } from "./lead-words.ts"
import { useLeadChange } from "./use-lead-change.ts"

/** One lead: who, what they wish, what happened, and the way to a customer with a price. */
export function LeadView({ id }: { id: string }) {
  const lead = useQuery({ queryKey: ["lead", id], queryFn: () => request(Lead, `/v1/leads/${id}`) })
  return (
    <Loaded query={lead} lines={8}>
      {(data) => <LeadPage lead={data} />}
    </Loaded>
  )
}

function LeadPage({ lead }: { lead: Lead }) {
  const mayWrite = useMay("customers:write")
  const change = useLeadChange()
  const isOpen = lead.stage !== "won" && lead.stage !== "lost"
  return (
    <>
      <PageHeader
        back={{ href: "/customers/leads", title: "Leads" }}
        title={leadName(lead)}
        detail={
          <>
            <Badge>{stageTitle[lead.stage]}</Badge> {sourceTitle[lead.source]},{" "}
            <WhenText instant={lead.createdAt} />
          </>
        }
        actions={
          mayWrite && isOpen ? (
            <Button
              variant="secondary"
              isBusy={change.isPending}
              onClick={() => change.mutate({ lead, change: { owner: lead.owner ? "nobody" : "me" } })}
            >
              {lead.owner ? `Give back (${lead.owner.name})` : "Take over"}
            </Button>
          ) : null
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {mayWrite && isOpen ? <ConvertForm lead={lead} /> : null}
          <Card>
            <CardHeader title="What happened" />
            <Timeline
              items={lead.steps.toReversed().map((step) => ({
                key: step.id,
                title: step.text,
                at: (
                  <>
                    <WhenText instant={step.at} /> · <ActorText actor={step.actor} />
                  </>
                ),
                detail: null,
              }))}
            />
          </Card>
        </div>
        <Facts lead={lead} />
      </div>
    </>
  )
}

function Facts({ lead }: { lead: Lead }) {
  const links = [
    lead.customerId ? { href: `/customers/${lead.customerId}`, title: "Customer" } : null,
    lead.conversationId ? { href: `/inbox?id=${lead.conversationId}`, title: "Conversation" } : null,
    lead.bookingId ? { href: `/bookings/${lead.bookingId}`, title: "Booking" } : null,
  ].filter((link) => link !== null)
  return (
    <Card aria-label="Contact" className="max-xl:order-first">
      <CardHeader title="Contact" />
      <div className="flex flex-col gap-2 text-sm [overflow-wrap:anywhere]">
        {lead.phone ? <p>{lead.phone}</p> : null}
        {lead.email ? <p>{lead.email}</p> : null}
        {lead.phone || lead.email ? null : <p className="text-ink-soft">None is known yet.</p>}
        {lead.wish ? <p className="whitespace-pre-line">{lead.wish}</p> : null}
        {lead.consent ? <p className="text-ink-soft">Agreed: “{lead.consent.words}”</p> : null}
        {lead.lostReason ? <p>Lost: {lead.lostReason}</p> : null}
        {links.map((link) => (
          <Link key={link.href} href={link.href} className="underline underline-offset-4">
            {link.title}
          </Link>
        ))}
      </div>
    </Card>
  )
}

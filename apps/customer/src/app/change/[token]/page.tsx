import { ChangeOrder, type ChangeOrderStatus } from "@myhibachi/contract/booking-life"
import { Card } from "@myhibachi/ui/card"
import type { Metadata } from "next"
import { read } from "@/api/read.ts"
import { AskPerson } from "@/party/ask-person.tsx"
import { ChangeOffer } from "@/party/change-offer.tsx"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "A change of my party", robots: { index: false } }

const CLOSED: Record<Exclude<ChangeOrderStatus, "offered">, string> = {
  accepted: "You have accepted this change. It is booked, and the confirmation is in your mail.",
  declined: "You have declined this change. Your party stays as it was.",
  withdrawn: "This offer was taken back or replaced by a newer one.",
  expired: "This offer has expired. Your party stays as it was.",
  outdated: "Your party was changed since this offer was made, so its price is no longer right.",
}

export default async function ChangePage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  const order = await read(ChangeOrder, `/v1/public/change-orders/${token}`)
  return (
    <>
      <PageHeading title="A change of your party">{order.bookingReference}</PageHeading>
      <Card aria-label="The change" className="max-w-2xl">
        {order.status === "offered" ? (
          <ChangeOffer order={order} timeZone={order.timeZone} />
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>{CLOSED[order.status]}</p>
            {order.status === "accepted" ? null : <AskPerson about="A change" />}
          </div>
        )}
      </Card>
    </>
  )
}

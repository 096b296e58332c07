"use client"
import { ByHandPage } from "@myhibachi/contract/by-hand"
import { formatMoney } from "@myhibachi/contract/money"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { ErrorState } from "@myhibachi/ui/error-state"
import { TimeText } from "@myhibachi/ui/time-text"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { CircleCheck, Clock } from "lucide-react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { PageHeading } from "@/site/page-heading.tsx"
import { Outcome } from "./outcome.tsx"

const POLL_MS = 5000

/** How to send money that no card pays, and whether it has come; asks again by itself. */
export function ByHand({ token, initial }: { token: string; initial: ByHandPage }) {
  const path = `/v1/public/pay-by-hand/${token}`
  const { data: page } = useQuery({
    queryKey: [path],
    queryFn: () => request(ByHandPage, path),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.state === "received" ? false : POLL_MS),
  })
  return (
    <div aria-live="polite">
      {page.state === "received" ? <Received page={page} /> : <Asked path={path} page={page} />}
    </div>
  )
}

function Received({ page }: { page: ByHandPage }) {
  return (
    <Outcome
      icon={<CircleCheck className="size-12 text-good" />}
      title="Received, thank you"
      message={`${formatMoney(page.amount)} is in.`}
    >
      <LinkButton href={page.nextUrl} size="large">
        Go on
      </LinkButton>
    </Outcome>
  )
}

function Asked({ path, page }: { path: string; page: ByHandPage }) {
  if (page.state === "expired") return <Over page={page} />
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={<>Send {formatMoney(page.amount)}</>}>
        {page.title} · {page.description}
      </PageHeading>
      <Card aria-label="How to pay">
        <CardHeader title="How do I pay?" detail="Choose one of these ways" />
        <dl className="divide-y divide-line">
          {page.ways.map(({ name, how }) => (
            <div key={name} className="py-3">
              <dt className="font-semibold">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{how}</dd>
            </div>
          ))}
        </dl>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-control bg-sunken px-4 py-3">
          <dt>Write on it</dt>
          <dd className="text-right font-semibold [overflow-wrap:anywhere]">{page.reference}</dd>
          <dt>Amount</dt>
          <dd className="text-right font-semibold tabular-nums">{formatMoney(page.amount)}</dd>
          <dt>It must be here by</dt>
          <dd className="text-right">
            <TimeText instant={page.payBy} timeZone={page.timeZone} shape="short" />
          </dd>
        </dl>
        <Announce path={path} page={page} />
      </Card>
    </div>
  )
}

function Announce({ path, page }: { path: string; page: ByHandPage }) {
  const client = useQueryClient()
  const announce = useMutation({
    mutationFn: () => request(ByHandPage, `${path}/announce`, { method: "POST" }),
    onSuccess: (after) => client.setQueryData([path], after),
  })
  return (
    <div className="mt-6 flex flex-col gap-4">
      {announce.error ? (
        <ErrorState title="We could not note that.">{sentenceOf(announce.error)}</ErrorState>
      ) : null}
      {page.state === "announced" ? (
        <p role="status" className="flex items-center gap-3 rounded-control bg-good-soft px-4 py-3">
          <Clock aria-hidden className="size-5 shrink-0" />
          Thank you. Our people look for it now; you hear from us by e-mail as soon as it is in.
        </p>
      ) : (
        <Button size="large" width="full" isBusy={announce.isPending} onClick={() => announce.mutate()}>
          I have sent it
        </Button>
      )}
      <LinkButton href={page.backUrl} variant="secondary" width="full">
        Back
      </LinkButton>
    </div>
  )
}

function Over({ page }: { page: ByHandPage }) {
  return (
    <>
      <PageHeading title="The time to pay here is over">
        Please send nothing any more. If you have sent it already, nothing is lost: our people book it, or
        send it back when the start is taken.
      </PageHeading>
      <LinkButton href={page.backUrl} size="large">
        Back
      </LinkButton>
    </>
  )
}

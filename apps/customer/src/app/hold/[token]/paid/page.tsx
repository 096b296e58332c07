import { HoldPayment } from "@myhibachi/contract/payments"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ApiProblem } from "@/api/problem.ts"
import { read } from "@/api/read.ts"
import { PaymentWatch } from "@/hold/payment-watch.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Your payment", robots: { index: false } }

export default async function PaidPage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  // Who has just paid sees the page in any case; it asks again by itself.
  const initial = await read(HoldPayment, `/v1/public/holds/${token}/payment`).catch(orNull)
  // No payment was begun: the page of the hold says what can be done, also when its time is over.
  if (initial?.state === "unpaid") redirect(`/hold/${token}`)
  return <PaymentWatch token={token} initial={initial} />
}

function orNull(error: unknown): null {
  if (error instanceof ApiProblem) return null
  throw error
}

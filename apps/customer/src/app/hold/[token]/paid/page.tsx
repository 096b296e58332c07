import { HoldPayment } from "@myhibachi/contract/payments"
import type { Metadata } from "next"
import { read } from "@/api/read.ts"
import { PaymentWatch } from "@/hold/payment-watch.tsx"

export const metadata: Metadata = { title: "Your payment", robots: { index: false } }

export default async function PaidPage({ params }: PageProps<"/hold/[token]/paid">) {
  const { token } = await params
  return <PaymentWatch token={token} initial={await read(HoldPayment, `/v1/public/holds/${token}/payment`)} />
}

import type { Metadata } from "next"
import { PayWatch } from "@/pay/pay-watch.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Your payment", robots: { index: false } }

export default async function LinkPaidPage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  return <PayWatch path={`/v1/public/pay/${token}/payment`} back={`/pay/${token}`} />
}

import { ByHandPage } from "@myhibachi/contract/by-hand"
import type { Metadata } from "next"
import { read } from "@/api/read.ts"
import { ByHand } from "@/pay/by-hand.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "How to pay", robots: { index: false } }

export default async function PayByHandPage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  return <ByHand token={token} initial={await read(ByHandPage, `/v1/public/pay-by-hand/${token}`)} />
}

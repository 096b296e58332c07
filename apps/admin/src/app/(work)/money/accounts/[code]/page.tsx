import type { Metadata } from "next"
import { AccountView } from "@/features/reports/money/account-view.tsx"

export const metadata: Metadata = { title: "Account" }

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  return <AccountView code={decodeURIComponent((await params).code)} />
}

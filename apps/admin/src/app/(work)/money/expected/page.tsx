import type { Metadata } from "next"
import { ExpectedList } from "@/features/payments/expected-list.tsx"

export const metadata: Metadata = { title: "Expected money" }

export default function Page() {
  return <ExpectedList />
}

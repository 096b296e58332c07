import type { Metadata } from "next"
import { DisputesList } from "@/features/payments/disputes-list.tsx"

export const metadata: Metadata = { title: "Disputes" }

export default function Page() {
  return <DisputesList />
}

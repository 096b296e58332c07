import type { Metadata } from "next"
import { PaymentsList } from "@/features/payments/payments-list.tsx"

export const metadata: Metadata = { title: "Payments" }

export default function Page() {
  return <PaymentsList />
}

import type { Metadata } from "next"
import { PaymentView } from "@/features/payments/payment-view.tsx"

export const metadata: Metadata = { title: "Payment" }

export default async function PaymentPage({ params }: { params: Promise<{ id: string }> }) {
  return <PaymentView id={(await params).id} />
}

import type { Metadata } from "next"
import { InvoiceView } from "@/features/payments/invoice-view.tsx"

export const metadata: Metadata = { title: "Invoice" }

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  return <InvoiceView id={(await params).id} />
}

import type { Metadata } from "next"
import { InvoicesList } from "@/features/payments/invoices-list.tsx"

export const metadata: Metadata = { title: "Invoices" }

export default function Page() {
  return <InvoicesList />
}

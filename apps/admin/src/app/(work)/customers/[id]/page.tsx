import type { Metadata } from "next"
import { CustomerView } from "@/features/customers/customer-view.tsx"

export const metadata: Metadata = { title: "Customer" }

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  return <CustomerView id={(await params).id} />
}

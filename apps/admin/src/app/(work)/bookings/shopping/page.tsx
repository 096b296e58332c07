import type { Metadata } from "next"
import { ShoppingView } from "@/features/booking/shopping-view.tsx"

export const metadata: Metadata = { title: "Shopping list" }

export default function ShoppingPage() {
  return <ShoppingView />
}

import type { Metadata } from "next"
import { PromotionsView } from "@/features/catalog/promotions-view.tsx"

export const metadata: Metadata = { title: "Promotions" }

export default function Page() {
  return <PromotionsView />
}

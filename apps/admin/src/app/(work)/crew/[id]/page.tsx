import type { Metadata } from "next"
import { ChefView } from "@/features/crew/chef-view.tsx"

export const metadata: Metadata = { title: "Chef" }

export default async function ChefPage({ params }: { params: Promise<{ id: string }> }) {
  return <ChefView id={(await params).id} />
}

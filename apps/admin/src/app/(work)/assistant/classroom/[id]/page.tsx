import type { Metadata } from "next"
import { DiscussionView } from "@/features/classroom/discussion-view.tsx"

export const metadata: Metadata = { title: "Discussion" }

export default async function DiscussionPage({ params }: { params: Promise<{ id: string }> }) {
  return <DiscussionView id={(await params).id} />
}

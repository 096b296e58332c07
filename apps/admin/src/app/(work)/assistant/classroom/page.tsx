import type { Metadata } from "next"
import { DiscussionsList } from "@/features/classroom/discussions-list.tsx"

export const metadata: Metadata = { title: "Classroom" }

export default function ClassroomPage() {
  return <DiscussionsList />
}

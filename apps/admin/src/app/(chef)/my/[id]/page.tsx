import type { Metadata } from "next"
import { JobSheetView } from "@/features/crew/my/job-sheet-view.tsx"

export const metadata: Metadata = { title: "Job sheet" }

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <JobSheetView id={(await params).id} />
}

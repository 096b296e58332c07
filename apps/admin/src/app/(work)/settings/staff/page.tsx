import type { Metadata } from "next"
import { StaffView } from "@/features/identity/staff-view.tsx"

export const metadata: Metadata = { title: "Staff" }

export default function Page() {
  return <StaffView />
}

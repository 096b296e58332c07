import type { Metadata } from "next"
import { CalendarView } from "@/features/crew/calendar-view.tsx"

export const metadata: Metadata = { title: "Calendar" }

export default function Page() {
  return <CalendarView />
}

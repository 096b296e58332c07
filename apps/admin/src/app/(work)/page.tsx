import type { Metadata } from "next"
import { TodayView } from "@/features/booking/today-view.tsx"

export const metadata: Metadata = { title: "Today" }

export default function Page() {
  return <TodayView />
}

import type { Metadata } from "next"
import { TodayView } from "@/features/booking/today-view.tsx"
import { HomeFor } from "@/shell/home-for.tsx"

export const metadata: Metadata = { title: "Today" }

export default function Page() {
  return (
    <HomeFor permission="bookings:read">
      <TodayView />
    </HomeFor>
  )
}

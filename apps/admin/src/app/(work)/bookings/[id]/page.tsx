import type { Metadata } from "next"
import { BookingView } from "@/features/booking/booking-view.tsx"

export const metadata: Metadata = { title: "Booking" }

export default async function BookingPage({ params }: { params: Promise<{ id: string }> }) {
  return <BookingView id={(await params).id} />
}

import type { Metadata } from "next"
import { BookingsList } from "@/features/booking/bookings-list.tsx"

export const metadata: Metadata = { title: "Bookings" }

export default function BookingsPage() {
  return <BookingsList />
}

import type { Metadata } from "next"
import { WaitlistView } from "@/features/booking/waitlist-view.tsx"

export const metadata: Metadata = { title: "Waitlist" }

export default function WaitlistScreen() {
  return <WaitlistView />
}

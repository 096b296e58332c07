import type { Metadata } from "next"
import { WebhooksList } from "@/features/payments/webhooks-list.tsx"

export const metadata: Metadata = { title: "Webhook inbox" }

export default function Page() {
  return <WebhooksList />
}

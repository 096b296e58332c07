import type { Consent, Customer } from "@myhibachi/contract/customers"
import { Badge } from "@myhibachi/ui/badge"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { WhenText } from "@/time/when-text.tsx"

const channels: Record<Consent["channel"], string> = {
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  voice: "Phone",
}
const scopes: Record<Consent["scope"], string> = { service: "needed messages", marketing: "offers" }

/** What the customer allowed and what not, with how we know. */
export function CustomerConsents({ customer }: { customer: Customer }) {
  if (customer.consents.length === 0) return null
  return (
    <Card>
      <CardHeader title="Consents" />
      <ul className="flex flex-col gap-3 text-sm">
        {customer.consents.map((consent) => (
          <li key={`${consent.channel}-${consent.scope}`}>
            <p>
              {channels[consent.channel]}, {scopes[consent.scope]}{" "}
              <Badge state={consent.isGranted ? "good" : "bad"}>{consent.isGranted ? "Yes" : "No"}</Badge>
            </p>
            <p className="text-ink-soft">
              {consent.evidence}, <WhenText instant={consent.at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

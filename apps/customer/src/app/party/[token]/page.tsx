import { BookingPage, type BookingStatus } from "@myhibachi/contract/booking"
import { InvoicePage } from "@myhibachi/contract/invoices"
import { CustomerPayments, PaymentsConfig, SavedCards } from "@myhibachi/contract/payments"
import { TextConsent } from "@myhibachi/contract/texts"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Card, CardHeader } from "@myhibachi/ui/card"
import type { Metadata } from "next"
import { Temporal } from "temporal-polyfill"
import { readConfig, readOptional, readWithVersion } from "@/api/read.ts"
import { CancelRequestCard } from "@/party/cancel-request-card.tsx"
import { ChangeOffer } from "@/party/change-offer.tsx"
import { PartyChanges } from "@/party/party-changes.tsx"
import { PartyFacts } from "@/party/party-facts.tsx"
import { PartyMoney } from "@/party/party-money.tsx"
import { TextConsentCard } from "@/party/text-consent.tsx"
import { WeatherCard } from "@/party/weather-card.tsx"
import { bookingWindow } from "@/price/booking-window.ts"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"
import { Paragraphs } from "@/site/paragraphs.tsx"

export const metadata: Metadata = { title: "My party", robots: { index: false } }

const STATES: Record<BookingStatus, { text: string; state: BadgeState }> = {
  confirmed: { text: "booked", state: "good" },
  assigned: { text: "booked", state: "good" },
  locked: { text: "booked", state: "good" },
  in_progress: { text: "we are cooking", state: "good" },
  completed: { text: "done", state: "neutral" },
  settled: { text: "done", state: "neutral" },
  weather_hold: { text: "waiting for the weather", state: "caution" },
  cancel_requested: { text: "cancelling is being looked at", state: "caution" },
  cancelled: { text: "cancelled", state: "bad" },
  no_show: { text: "did not take place", state: "bad" },
}

const CHANGEABLE = new Set<BookingStatus>(["confirmed", "assigned", "locked"])

/** Afterwards there is nothing to text about. */
const ASKABLE = new Set<BookingStatus>([...CHANGEABLE, "weather_hold", "cancel_requested"])

export default async function PartyPage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  const [{ body: party, version }, payments, paymentsConfig, cards, invoices, texts, config] =
    await Promise.all([
      readWithVersion(BookingPage, `/v1/public/bookings/${token}`),
      readOptional(CustomerPayments, `/v1/public/bookings/${token}/payments`),
      readOptional(PaymentsConfig, "/v1/payments/config"),
      readOptional(SavedCards, `/v1/public/bookings/${token}/cards`),
      readOptional(InvoicePage, `/v1/public/bookings/${token}/invoices`),
      readOptional(TextConsent, `/v1/public/bookings/${token}/text-consent`),
      readConfig(),
    ])
  const state = STATES[party.status]
  const window = bookingWindow(Temporal.Now.instant(), party.timeZone, config.parameters.scheduling)
  return (
    <>
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {party.customerName}'s party <Badge state={state.state}>{state.text}</Badge>
          </span>
        }
      >
        {party.reference} · This link is the key to your party; share it only with those who may change it.
      </PageHeading>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <PartyFacts party={party} />
          {party.weatherHold ? <WeatherCard party={party} hold={party.weatherHold} window={window} /> : null}
          {party.cancelRequest ? <CancelRequestCard party={party} /> : null}
          {party.changeOrder ? (
            <Card aria-label="An offered change">
              <CardHeader title="A change waits for your answer" />
              <ChangeOffer order={party.changeOrder} timeZone={party.timeZone} />
            </Card>
          ) : null}
          {CHANGEABLE.has(party.status) ? (
            <PartyChanges party={party} version={version} config={config} window={window} />
          ) : null}
        </div>
        <div className="grid gap-6">
          <PartyMoney
            party={party}
            payments={payments}
            config={paymentsConfig}
            cards={cards}
            invoices={invoices}
          />
          {texts && ASKABLE.has(party.status) ? (
            <TextConsentCard token={party.token} consent={texts} />
          ) : null}
          <Card aria-label="The agreement">
            <CardHeader title="What we agreed" />
            {party.policies.map((policy) => (
              <details key={policy.key} className="border-t border-line py-3 first-of-type:border-0">
                <summary className="font-medium">
                  {policy.title}{" "}
                  <span className="text-sm font-normal text-ink-soft">version {policy.version}</span>
                </summary>
                <Paragraphs text={policy.text} />
              </details>
            ))}
          </Card>
        </div>
      </div>
    </>
  )
}

import { formatMoney } from "@myhibachi/contract/money"
import { Card } from "@myhibachi/ui/card"
import Link from "next/link"
import { readConfig } from "@/api/read.ts"
import { CallSection } from "@/call/call-section.tsx"
import { PartyForm } from "@/price/party-form.tsx"
import { listText } from "@/site/duration-text.ts"
import { HowItWorks } from "@/site/how-it-works.tsx"

export default async function Home() {
  const { prices, parameters, stations } = await readConfig()
  return (
    <div className="flex flex-col gap-16">
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_26rem] lg:gap-16">
        <div className="lg:pt-10">
          <h1 className="text-4xl font-semibold sm:text-6xl">A hibachi chef, at your place.</h1>
          <p className="mt-4 max-w-prose text-lg text-ink-soft sm:text-xl">
            We bring the grill and the food, cook in front of your guests and leave. You bring the people.
          </p>
          <dl className="mt-8 grid max-w-md grid-cols-3 gap-4 max-lg:hidden">
            <PriceFact label="Adult" value={formatMoney(prices.adult)} />
            <PriceFact label="Child" value={formatMoney(prices.child)} />
            <PriceFact
              label="Little one"
              value={prices.littleOne.amount === 0 ? "Free" : formatMoney(prices.littleOne)}
            />
          </dl>
          <p className="mt-4 text-sm text-ink-soft max-lg:hidden">
            Before tax. The minimum for food is {formatMoney(prices.minimumFood)}.
          </p>
        </div>
        <Card id="price" aria-labelledby="price-heading" className="scroll-mt-4 shadow-raised">
          <h2 id="price-heading" className="mb-4 text-xl font-semibold">
            What does my party cost?
          </h2>
          <PartyForm bands={parameters.guests} />
        </Card>
      </div>
      <HowItWorks parameters={parameters} prices={prices} />
      <section aria-labelledby="where">
        <h2 id="where" className="text-2xl font-semibold">
          Where we cook
        </h2>
        <p className="mt-2 max-w-prose text-ink-soft">
          From {listText(stations.map((station) => `${station.city}, ${station.state}`))}. The price for your
          ZIP code says how far that is and what the way costs, if anything.
        </p>
        <p className="mt-4">
          <Link href="/menu" className="font-medium text-ember underline underline-offset-4">
            See the menu and its allergens
          </Link>
        </p>
      </section>
      <CallSection />
    </div>
  )
}

function PriceFact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
    </div>
  )
}

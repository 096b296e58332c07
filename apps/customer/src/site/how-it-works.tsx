import type { PolicyParameters, PublicConfig } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { durationText, listText } from "./duration-text.ts"

/** The way to a party in three steps; every figure is the policy's. */
export function HowItWorks({
  parameters,
  prices,
}: {
  parameters: PolicyParameters
  prices: PublicConfig["prices"]
}) {
  const { hold, deposit, quote, scheduling, host } = parameters
  const [width, depth] = host.areaFeet
  const steps = [
    {
      title: "See the price, line by line",
      text: `Each line says how it came about; tax and travel are on it. The price is yours for ${quote.expiresAfterHours} hours. The minimum for food is ${formatMoney(prices.minimumFood)}.`,
    },
    {
      title: "Hold your start",
      text: `You have ${durationText(hold.signWithinMinutes)} to read and sign, then ${durationText(hold.payWithinMinutes)} to pay the deposit of ${formatMoney(usd(deposit.amountCents))}${deposit.isCreditedToBalance ? ", which counts towards the total" : ""}.`,
    },
    {
      title: "We come and cook",
      text: `The chef arrives ${durationText(scheduling.setUpMinutes)} before the start. You provide ${listText(host.provides)}, and a clear area of ${width} × ${depth} feet, ${host.clearanceFeet} feet away from anything that burns.`,
    },
  ]
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="text-2xl font-semibold">
        How it works
      </h2>
      <ol className="mt-6 grid gap-8 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title}>
            <p aria-hidden className="text-sm font-semibold text-ember tabular-nums">
              {index + 1}
            </p>
            <h3 className="mt-1 text-lg font-semibold">{step.title}</h3>
            <p className="mt-1 text-ink-soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

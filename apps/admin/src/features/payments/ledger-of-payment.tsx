"use client"

import { LedgerEntryPage } from "@myhibachi/contract/ledger"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { readableName } from "@/text/readable.ts"
import { WhenText } from "@/time/when-text.tsx"

/** The ledger entries that one payment made; debits positive, credits negative. */
export function LedgerOfPayment({ paymentId }: { paymentId: string }) {
  const entries = useQuery({
    queryKey: ["ledger", paymentId],
    queryFn: () => request(LedgerEntryPage, "/v1/ledger/entries", { query: { paymentId, limit: 100 } }),
  })
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-xl font-semibold">In the ledger</h2>
      <Loaded query={entries} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">No entry yet.</p>
          ) : (
            <ul className="flex flex-col gap-6">
              {items.map((entry) => (
                <li key={entry.id}>
                  <p className="font-medium">
                    {entry.description}{" "}
                    <span className="text-sm font-normal text-ink-soft">
                      <WhenText instant={entry.at} />
                    </span>
                  </p>
                  <ul className="mt-1 max-w-xl">
                    {entry.lines.map((line) => (
                      <li
                        key={line.account}
                        className="flex justify-between gap-6 border-b border-line py-1.5"
                      >
                        <span>{readableName(line.account)}</span>
                        <MoneyText money={line.amount} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

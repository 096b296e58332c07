"use client"

import { PriceDifference } from "@myhibachi/contract/publishing"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { catalogKeys } from "./catalog-keys.ts"

interface PriceDifferenceListProps {
  fromId: string
  toId: string
  /** Of the draft that is compared, so that each change is seen at once. */
  revision: number
}

/** What changes from one version to another, in a sentence each. */
export function PriceDifferenceList({ fromId, toId, revision }: PriceDifferenceListProps) {
  const difference = useQuery({
    queryKey: [...catalogKeys.difference(fromId, toId), revision],
    queryFn: () => request(PriceDifference, `/v1/price-books/${fromId}/diff/${toId}`),
  })
  return (
    <Loaded query={difference}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="text-ink-soft">Every price is the same.</p>
        ) : (
          <ul aria-label="Changes" className="divide-y divide-line">
            {changes.map((change) => (
              <li key={change.sku} className="py-2">
                {change.detail}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

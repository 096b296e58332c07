"use client"

import { PolicyList, type PolicyText } from "@myhibachi/contract/catalog"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { ReadableValue } from "@/text/readable-value.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** The rules as text and as figures, each with its versions. */
export function PoliciesView() {
  const policies = useQuery({ queryKey: ["policies"], queryFn: () => request(PolicyList, "/v1/policies") })
  return (
    <>
      <PageHeader
        title="Policies"
        detail="What customers sign, and the figures that the system reckons with"
      />
      <Loaded query={policies} lines={10}>
        {(data) => (
          <ul className="divide-y divide-line">
            {[...Map.groupBy(data.items, (policy) => policy.key)].map(([key, versions]) => (
              <li key={key} className="py-8 first:pt-0">
                <Policy versions={[...versions].sort((a, b) => b.version - a.version)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function Policy({ versions }: { versions: PolicyText[] }) {
  const [newest, ...earlier] = versions
  if (!newest) return null
  return (
    <article>
      <PolicyVersion policy={newest} />
      {earlier.length > 0 ? (
        <details className="mt-4">
          <summary className="text-sm text-ink-soft">
            {earlier.length === 1 ? "1 earlier version" : `${earlier.length} earlier versions`}
          </summary>
          <div className="mt-4 flex flex-col gap-6 border-l-2 border-line pl-4">
            {earlier.map((policy) => (
              <PolicyVersion key={policy.id} policy={policy} />
            ))}
          </div>
        </details>
      ) : null}
    </article>
  )
}

function PolicyVersion({ policy }: { policy: PolicyText }) {
  return (
    <div className="grid gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <h2 className="text-lg font-semibold">{policy.title}</h2>
        <p className="mb-2 text-sm text-ink-soft">
          Version {policy.version}, from <WhenText instant={policy.effectiveFrom} shape="date" />
        </p>
        <p className="max-w-prose whitespace-pre-line">{policy.text}</p>
      </div>
      <div className="min-w-0 text-sm">
        <ReadableValue value={policy.parameters} />
      </div>
    </div>
  )
}

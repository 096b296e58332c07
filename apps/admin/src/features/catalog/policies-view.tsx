"use client"

import { PolicyKey, PolicyList, type PolicyText } from "@myhibachi/contract/catalog"
import { Badge } from "@myhibachi/ui/badge"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { PolicyDialog } from "./policy-dialog.tsx"
import { PolicyDifference } from "./policy-difference.tsx"
import { sayParameter, typeParameters } from "./policy-parameters.ts"
import { parameterWords, policyKeyTitle } from "./policy-words.ts"

/** The rules as text and as figures, each with its versions. */
export function PoliciesView() {
  const policies = useQuery({
    queryKey: catalogKeys.policies,
    queryFn: () => request(PolicyList, "/v1/policies"),
  })
  return (
    <>
      <PageHeader
        title="Policies"
        detail="What customers sign, and the figures that the system reckons with. A published version never changes."
      />
      <Loaded query={policies} lines={10}>
        {({ items }) => (
          <ul className="divide-y divide-line">
            {PolicyKey.options.map((key) => (
              <li key={key} className="py-8 first:pt-0">
                <Policy policyKey={key} versions={versionsOf(items, key)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function versionsOf(policies: PolicyText[], key: PolicyKey): PolicyText[] {
  return policies.filter((policy) => policy.key === key).sort((a, b) => b.version - a.version)
}

function Policy({ policyKey, versions }: { policyKey: PolicyKey; versions: PolicyText[] }) {
  const [newest, ...earlier] = versions
  const mayWrite = useMay("catalog:write")
  return (
    <article>
      <header className="mb-2 flex flex-wrap items-start justify-between gap-3">
        <h2 className="text-lg font-semibold">{newest?.title ?? policyKeyTitle[policyKey]}</h2>
        {mayWrite ? <PolicyDialog policyKey={policyKey} newest={newest} /> : null}
      </header>
      {newest ? (
        <PolicyVersion policy={newest} />
      ) : (
        <p className="text-ink-soft">There is no such rule yet.</p>
      )}
      {newest && earlier.length > 0 ? (
        <details className="mt-4">
          <summary className="text-sm text-ink-soft">
            {earlier.length === 1 ? "1 earlier version" : `${earlier.length} earlier versions`}
          </summary>
          <ol className="mt-4 flex flex-col gap-8 border-l-2 border-line pl-4">
            {earlier.map((policy, place) => (
              <li key={policy.id}>
                <PolicyVersion policy={policy} />
                <h3 className="mt-3 font-medium">What version {policy.version + 1} changed</h3>
                <PolicyDifference before={policy} after={versions[place] ?? newest} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </article>
  )
}

function PolicyVersion({ policy }: { policy: PolicyText }) {
  const typed = typeParameters(policy.key, policy.parameters)
  return (
    <div className="grid gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div>
        <p className="mb-2 text-sm text-ink-soft">
          Version {policy.version}, from <WhenText instant={policy.effectiveFrom} shape="date-time" />{" "}
          {Date.parse(policy.effectiveFrom) > Date.now() ? <Badge state="caution">Planned</Badge> : null}
        </p>
        <p className="max-w-prose whitespace-pre-line">{policy.text}</p>
      </div>
      <dl className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 self-start text-sm">
        {Object.entries(parameterWords[policy.key]).map(([name, words]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{words.label}</dt>
            <dd className="max-w-44 text-right tabular-nums">{sayParameter(typed[name] ?? "", words)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

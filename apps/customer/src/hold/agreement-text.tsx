import type { Hold } from "@myhibachi/contract/hold"

/** What is signed: every policy with its version, all of it readable before the signature. */
export function AgreementText({ agreement }: { agreement: Hold["agreement"] }) {
  return (
    <section aria-label="The agreement">
      {agreement.policies.map((policy) => (
        <article key={policy.id} className="mb-5 last:mb-0">
          <h3 className="font-semibold">
            {policy.title} <span className="text-sm font-normal text-ink-soft">version {policy.version}</span>
          </h3>
          {policy.text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph} className="mt-1">
              {paragraph}
            </p>
          ))}
        </article>
      ))}
    </section>
  )
}

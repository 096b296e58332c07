import type { EvidencePack } from "@myhibachi/contract/disputes"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { Timeline } from "@myhibachi/ui/timeline"
import type { ReactNode } from "react"

/** What our records say about a disputed payment. */
export function DisputeEvidence({ pack }: { pack: EvidencePack }) {
  const timeZone = pack.party?.timeZone ?? "UTC"
  return (
    <div className="flex flex-col gap-8">
      {pack.missing.length > 0 ? <Missing sentences={pack.missing} /> : null}
      {pack.party ? (
        <Part title="Party">
          <p>
            {pack.party.reference}, <TimeText instant={pack.party.startsAt} timeZone={timeZone} />
          </p>
          <p>
            {pack.party.place} · {pack.party.guests}
          </p>
        </Part>
      ) : null}
      {pack.agreement ? <Agreement agreement={pack.agreement} timeZone={timeZone} /> : null}
      {pack.service.length > 0 ? (
        <Part title="What happened">
          <Timeline
            items={pack.service.map(({ at, what }) => ({
              key: `${at} ${what}`,
              at: <TimeText instant={at} timeZone={timeZone} />,
              title: what,
            }))}
          />
        </Part>
      ) : null}
      {pack.invoice ? <Invoice invoice={pack.invoice} /> : null}
      {pack.messages.length > 0 ? <Messages messages={pack.messages} timeZone={timeZone} /> : null}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-xl font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Missing({ sentences }: { sentences: string[] }) {
  return (
    <Part title="What we do not have">
      <ul className="list-disc pl-5 text-ink-soft">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Part>
  )
}

function Agreement({
  agreement,
  timeZone,
}: {
  agreement: NonNullable<EvidencePack["agreement"]>
  timeZone: string
}) {
  return (
    <Part title="Agreement">
      <p>
        Signed by {agreement.signerName}, <TimeText instant={agreement.signedAt} timeZone={timeZone} />, from
        the address {agreement.ipAddress}
      </p>
      <p className="mt-1 text-sm text-ink-soft [overflow-wrap:anywhere]">
        SHA-256 of the text: {agreement.textHash}
      </p>
      {agreement.terms.map(({ title, text }) => (
        <details key={title} className="mt-2">
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{title}</summary>
          <p className="whitespace-pre-line text-sm">{text}</p>
        </details>
      ))}
    </Part>
  )
}

function Invoice({ invoice }: { invoice: NonNullable<EvidencePack["invoice"]> }) {
  return (
    <Part title={`Invoice ${invoice.number}`}>
      <ul>
        {invoice.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="font-semibold">
        Total <MoneyText money={invoice.total} />
      </p>
      <a href={`/api/v1/invoices/${invoice.id}/pdf`} className="underline underline-offset-4">
        Open the PDF
      </a>
    </Part>
  )
}

function Messages({ messages, timeZone }: { messages: EvidencePack["messages"]; timeZone: string }) {
  return (
    <Part title="What was written">
      <ul className="flex flex-col gap-3">
        {messages.map(({ at, from, text }) => (
          <li key={`${at} ${from} ${text}`}>
            <p className="text-sm text-ink-soft">
              {from}, <TimeText instant={at} timeZone={timeZone} shape="short" />
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

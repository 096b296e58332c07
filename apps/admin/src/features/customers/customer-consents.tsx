"use client"

import { Consent, type Customer, SetConsent } from "@myhibachi/contract/customers"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { channelTitle, scopeTitle } from "./customer-words.ts"
import { useCustomerChange } from "./use-customer-change.ts"

/** What the customer allowed and what not, with how we know. */
export function CustomerConsents({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write")
  return (
    <Card>
      <CardHeader
        title="Consents"
        actions={mayWrite && !customer.erasedAt ? <ConsentDialog customer={customer} /> : null}
      />
      {customer.consents.length === 0 ? (
        <p className="text-sm text-ink-soft">Nothing was asked yet.</p>
      ) : null}
      <ul className="flex flex-col gap-3 text-sm">
        {customer.consents.map((consent) => (
          <li key={`${consent.channel}-${consent.scope}`}>
            <p>
              {channelTitle[consent.channel]}, {scopeTitle[consent.scope]}{" "}
              <Badge state={consent.isGranted ? "good" : "bad"}>{consent.isGranted ? "Yes" : "No"}</Badge>
            </p>
            {consent.words ? <p>“{consent.words}”</p> : null}
            <p className="text-ink-soft">
              {consent.evidence}, <WhenText instant={consent.at} />, <ActorText actor={consent.recordedBy} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ConsentDialog({ customer }: { customer: Customer }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Record an answer"
      description="Earlier answers stay in the history."
      trigger={
        <Button size="small" variant="secondary">
          Record…
        </Button>
      }
    >
      {isOpen ? <ConsentForm customer={customer} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

const BLANK = { channel: "email", scope: "marketing", isGranted: true, evidence: "", words: "" } as const

function ConsentForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [answer, setAnswer] = useState<SetConsent>(BLANK)
  const [hint, setHint] = useState<string>()
  const change = useCustomerChange(customer.id, onDone)
  const put = (part: Partial<SetConsent>) => setAnswer((now) => ({ ...now, ...part }))
  return (
    <Form
      onSubmit={() => {
        const parsed = SetConsent.safeParse({ ...answer, words: answer.words || undefined })
        setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
        if (parsed.success) change.mutate({ path: "/consents", method: "PUT", body: parsed.data })
      }}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Channel">
          <Select
            value={answer.channel}
            onChange={(event) => put({ channel: Consent.shape.channel.parse(event.currentTarget.value) })}
          >
            {Consent.shape.channel.options.map((channel) => (
              <option key={channel} value={channel}>
                {channelTitle[channel]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="About">
          <Select
            value={answer.scope}
            onChange={(event) => put({ scope: Consent.shape.scope.parse(event.currentTarget.value) })}
          >
            {Consent.shape.scope.options.map((scope) => (
              <option key={scope} value={scope}>
                {scopeTitle[scope]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Answer">
          <Select
            value={answer.isGranted ? "yes" : "no"}
            onChange={(event) => put({ isGranted: event.currentTarget.value === "yes" })}
          >
            <option value="yes">Yes</option>
            <option value="no">No</option>
          </Select>
        </Field>
      </div>
      <Field label="How do we know?" hint="For example: on the phone with Sam" error={hint} isRequired>
        <Input value={answer.evidence} onChange={(event) => put({ evidence: event.currentTarget.value })} />
      </Field>
      <Field label="Their exact words" hint="If somebody wrote them down">
        <Textarea value={answer.words} onChange={(event) => put({ words: event.currentTarget.value })} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" isBusy={change.isPending}>
          Record the answer
        </Button>
      </div>
    </Form>
  )
}

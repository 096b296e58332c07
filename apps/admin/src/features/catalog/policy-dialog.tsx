"use client"

import { type PolicyKey, PolicyText } from "@myhibachi/contract/catalog"
import { PublishPolicy } from "@myhibachi/contract/publishing"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { InstantInput, instantOf } from "./instant-input.tsx"
import { ParameterFields } from "./parameter-fields.tsx"
import { PolicyDifference } from "./policy-difference.tsx"
import { readParameters, typeParameters } from "./policy-parameters.ts"
import { policyKeyTitle } from "./policy-words.ts"
import { useChange } from "./use-change.ts"

interface PolicyDialogProps {
  policyKey: PolicyKey
  newest: PolicyText | undefined
}

/** Writes the next version of a rule and publishes it, after showing what differs. */
export function PolicyDialog({ policyKey, newest }: PolicyDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  const title = newest?.title ?? policyKeyTitle[policyKey]
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`${title}: version ${(newest?.version ?? 0) + 1}`}
      description="What is signed and booked keeps the version of its day. Text and figures must say the same."
      trigger={
        <Button size="small" variant="secondary" aria-label={`New version of ${title}`}>
          New version…
        </Button>
      }
      className="max-w-2xl"
    >
      {isOpen ? <PolicyForm policyKey={policyKey} newest={newest} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function PolicyForm({ policyKey, newest, onDone }: PolicyDialogProps & { onDone: () => void }) {
  const [title, setTitle] = useState(newest?.title ?? policyKeyTitle[policyKey])
  const [text, setText] = useState(newest?.text ?? "")
  const [typed, setTyped] = useState(() => typeParameters(policyKey, newest?.parameters ?? {}))
  const [from, setFrom] = useState("")
  const [hints, setHints] = useState<Record<string, string>>({})
  const publish = useChange({
    send: (body: PublishPolicy) =>
      request(PolicyText, `/v1/policies/${policyKey}/versions`, { method: "POST", body }),
    done: (policy) => `${policy.title}: version ${policy.version} is published`,
    after: onDone,
  })
  const read = readParameters(policyKey, typed)
  const submit = () => {
    if (read.errors) return setHints(read.errors)
    const effectiveFrom = instantOf(from)
    const parsed = PublishPolicy.safeParse({
      title,
      text,
      parameters: read.parameters,
      replacesVersion: newest?.version ?? 0,
      ...(effectiveFrom ? { effectiveFrom } : {}),
    })
    const issues = parsed.success ? [] : parsed.error.issues
    setHints(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) publish.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Title" error={hints.title} isRequired>
        <Input value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      </Field>
      <Field label="Text" hint="As customers read and sign it." error={hints.text} isRequired>
        <Textarea rows={6} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <ParameterFields policyKey={policyKey} typed={typed} onChange={setTyped} errors={hints} />
      <InstantInput
        label="Counts from"
        value={from}
        onChange={setFrom}
        emptyMeans="Empty: at once."
        error={publish.errors.effectiveFrom}
      />
      {newest && read.parameters ? (
        <section aria-live="polite">
          <h3 className="mb-1 font-medium">Against version {newest.version}</h3>
          <PolicyDifference
            before={newest}
            after={{ key: policyKey, title, text, parameters: read.parameters }}
          />
        </section>
      ) : null}
      <div className="flex justify-end">
        <Button isBusy={publish.isPending} onClick={submit}>
          Publish
        </Button>
      </div>
    </div>
  )
}

"use client"

import { NameAccount, NamedAccount } from "@myhibachi/contract/bookkeeping"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Says what the accountant's programs call one account. */
export function NameDialog({ item }: { item: NamedAccount }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Names of ${item.title}`}
      description="As your accountant's chart of accounts has them; empty where you do not use the program."
      trigger={
        <Button size="small" variant="secondary" aria-label={`Name ${item.title}`}>
          Name…
        </Button>
      }
    >
      {isOpen ? <NameForm item={item} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function NameForm({ item, onDone }: { item: NamedAccount; onDone: () => void }) {
  const [draft, setDraft] = useState<NameAccount>(item)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const save = useSaveNames(item, onDone)
  const submit = () => {
    const parsed = NameAccount.safeParse(draft)
    const issues = parsed.success ? [] : parsed.error.issues
    setWrong(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) save.mutate(parsed.data)
  }
  const field = (name: keyof NameAccount, label: string, hint: string) => (
    <Field label={label} hint={hint} error={wrong[name]}>
      <Input
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      />
    </Field>
  )
  return (
    <Form noValidate onSubmit={submit}>
      {field("quickbooksAccount", "QuickBooks account", "The full name, parents first, as in Revenue:Food.")}
      {field("xeroCode", "Xero code", "The number in Xero's chart of accounts, as in 200.")}
      {field("xeroTaxRate", "Xero tax rate", "Our lines carry no tax of their own, so Tax Exempt fits.")}
      <Button type="submit" className="self-end" isBusy={save.isPending}>
        Save the names
      </Button>
    </Form>
  )
}

function useSaveNames(item: NamedAccount, onDone: () => void) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NameAccount) =>
      request(NamedAccount, `/v1/bookkeeping/accounts/${encodeURIComponent(item.account)}`, {
        method: "PUT",
        body,
        headers: { "if-match": `"v${item.version}"` },
      }),
    onSuccess: () => {
      onDone()
      tell({ title: `${item.title} is named`, state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

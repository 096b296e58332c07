"use client"

import type { StaffRole } from "@myhibachi/contract/identity"
import { SavedView, SaveView, type ViewedList } from "@myhibachi/contract/saved-views"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "./loaded.tsx"
import { RolesField } from "./roles-field.tsx"

interface SaveViewProps {
  list: ViewedList
  filters: Record<string, string>
}

/** Keeps the filters and the order that are set now. */
export function SaveViewDialog({ list, filters }: SaveViewProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Save this view"
      description="The filters and the order as they are now, on every device you sign in on."
      trigger={<Button variant="secondary">Save view…</Button>}
    >
      {isOpen ? <SaveForm list={list} filters={filters} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function SaveForm({ list, filters, onDone }: SaveViewProps & { onDone: () => void }) {
  const tell = useToast()
  const client = useQueryClient()
  const [name, setName] = useState("")
  const [roles, setRoles] = useState<StaffRole[]>([])
  const [isDefault, setIsDefault] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = useMutation({
    mutationFn: (body: SaveView) => request(SavedView, "/v1/saved-views", { method: "POST", body }),
    onSuccess: (view) => {
      onDone()
      tell({ title: `“${view.name}” is saved`, state: "good" })
      return client.invalidateQueries({ queryKey: ["saved-views", list] })
    },
  })
  const submit = () => {
    const parsed = SaveView.safeParse({ list, name, filters, roles, isDefault })
    setProblem(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) save.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" error={problem} isRequired>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Checkbox
        label="Open it first when I come here"
        checked={isDefault}
        onChange={(event) => setIsDefault(event.currentTarget.checked)}
      />
      <RolesField roles={roles} onChange={setRoles} />
      {save.error ? <Failure error={save.error} /> : null}
      <Button className="self-end" isBusy={save.isPending} onClick={submit}>
        Save
      </Button>
    </div>
  )
}

"use client"

import { EditView, SavedView, type ViewedList } from "@myhibachi/contract/saved-views"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { roleTitle } from "@/features/identity/role-titles.ts"
import { Failure } from "./loaded.tsx"
import { RolesField } from "./roles-field.tsx"

interface ManageViewsProps {
  list: ViewedList
  views: SavedView[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** One's own views: renamed, shared, opened first or deleted. */
export function ManageViewsDialog({ list, views, isOpen, onOpenChange }: ManageViewsProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange} title="Your saved views">
      {views.length === 0 ? (
        <p className="text-ink-soft">You keep no view here any more.</p>
      ) : (
        <ul className="divide-y divide-line">
          {views.map((view) => (
            <li key={view.id} className="py-4 first:pt-0">
              <OwnView view={view} list={list} onDeleted={() => onOpenChange(false)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

interface OwnViewProps {
  view: SavedView
  list: ViewedList
  /** The way back is said beside the page, which a dialog covers. */
  onDeleted: () => void
}

function OwnView({ view, list, onDeleted }: OwnViewProps) {
  const [name, setName] = useState(view.name)
  const [problem, setProblem] = useState<string>()
  const { edit, remove } = useViewChanges(view, list, onDeleted)
  const rename = () => {
    const parsed = EditView.shape.name.safeParse(name)
    setProblem(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success && parsed.data !== view.name) edit.mutate({ name: parsed.data })
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <Field label="Name" error={problem} className="min-w-0 flex-1">
          <Input
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
            onBlur={rename}
          />
        </Field>
        <Button variant="quiet" isBusy={remove.isPending} onClick={() => remove.mutate()}>
          Delete<span className="sr-only"> {view.name}</span>
        </Button>
      </div>
      <Checkbox
        label="Open it first when I come here"
        checked={view.isDefault}
        onChange={(event) => edit.mutate({ isDefault: event.currentTarget.checked })}
      />
      <details>
        <summary className="text-sm text-ink-soft">
          {view.roles.length === 0
            ? "Only you see it"
            : `Shared with ${view.roles.map((role) => roleTitle[role]).join(", ")}`}
        </summary>
        <div className="pt-3">
          <RolesField roles={view.roles} onChange={(roles) => edit.mutate({ roles })} />
        </div>
      </details>
      {edit.error ? <Failure error={edit.error} /> : null}
    </div>
  )
}

function useViewChanges(view: SavedView, list: ViewedList, onDeleted: () => void) {
  const tell = useToast()
  const client = useQueryClient()
  const readAgain = () => client.invalidateQueries({ queryKey: ["saved-views", list] })
  const path = `/v1/saved-views/${view.id}`
  const edit = useMutation({
    mutationFn: (body: EditView) =>
      request(SavedView, path, { method: "PATCH", body, headers: { "if-match": `"v${view.version}"` } }),
    onSettled: readAgain,
  })
  const restore = async () => {
    const { name, filters, roles, isDefault } = view
    const body = { list, name, filters, roles, isDefault }
    await request(SavedView, "/v1/saved-views", { method: "POST", body })
    await readAgain()
  }
  const remove = useMutation({
    mutationFn: () => request(z.undefined(), path, { method: "DELETE" }),
    onSuccess: () => {
      onDeleted()
      tell({
        title: `“${view.name}” is deleted`,
        action: {
          label: "Undo",
          run: () =>
            void restore().catch(() => tell({ title: "The view could not be brought back.", state: "bad" })),
        },
      })
      return readAgain()
    },
  })
  return { edit, remove }
}

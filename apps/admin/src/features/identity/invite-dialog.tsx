"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { InviteStaff, StaffInvitation, StaffRole } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useForm } from "react-hook-form"
import type { z } from "zod"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { ChefSelect } from "./chef-select.tsx"
import { roleTitle } from "./role-titles.ts"

/** Invites somebody by e-mail into a role. */
export function InviteDialog() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Invite somebody"
      description="They get a link by e-mail and choose their own password."
      trigger={<Button>Invite…</Button>}
    >
      {isOpen ? <InviteForm onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const form = useForm<z.input<typeof InviteStaff>, unknown, InviteStaff>({
    resolver: zodResolver(InviteStaff),
    mode: "onBlur",
    defaultValues: { name: "", email: "", role: "support" },
  })
  const { errors } = form.formState
  const tell = useToast()
  const client = useQueryClient()
  const invite = useMutation({
    mutationFn: (body: InviteStaff) =>
      request(StaffInvitation, "/v1/staff/invitations", { method: "POST", body }),
    onSuccess: (invitation) => {
      onDone()
      tell({ title: `${invitation.email} is invited`, state: "good" })
      return client.invalidateQueries({ queryKey: ["invitations"] })
    },
  })
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={form.handleSubmit((body) => invite.mutate(body))}
    >
      <Field label="Name" error={errors.name?.message} isRequired>
        <Input {...form.register("name")} />
      </Field>
      <Field label="E-mail" error={errors.email?.message} isRequired>
        <Input type="email" {...form.register("email")} />
      </Field>
      <Field label="Role" error={errors.role?.message}>
        <Select {...form.register("role")}>
          {StaffRole.options.map((role) => (
            <option key={role} value={role}>
              {roleTitle[role]}
            </option>
          ))}
        </Select>
      </Field>
      {form.watch("role") === "chef" ? (
        <Field label="Chef" hint="Whose parties and pay the account shows." isRequired>
          <ChefSelect
            value={form.watch("chefId") ?? ""}
            onChange={(chefId) => form.setValue("chefId", chefId || undefined)}
          />
        </Field>
      ) : null}
      {invite.error ? <Failure error={invite.error} /> : null}
      <Button type="submit" className="self-end" isBusy={invite.isPending}>
        Send the invitation
      </Button>
    </form>
  )
}

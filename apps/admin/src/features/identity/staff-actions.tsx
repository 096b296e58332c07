"use client"

import { StaffMember, StaffRole } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMe } from "@/shell/me.tsx"
import { ChefSelect } from "./chef-select.tsx"
import { roleTitle } from "./role-titles.ts"

/** Another role, or no access any more; never for oneself. */
export function StaffActions({ member }: { member: StaffMember }) {
  const me = useMe()
  const change = useStaffChange(member)
  if (member.id === me.id) return <span className="text-sm text-ink-soft">You</span>
  if (!member.isActive) {
    return (
      <Button
        size="small"
        variant="secondary"
        isBusy={change.isPending}
        onClick={() => change.mutate({ verb: "reactivate" })}
      >
        Let in again
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <RoleDialog
        member={member}
        isBusy={change.isPending}
        onChange={(role, chefId) => change.mutate({ verb: "role", role, chefId })}
      />
      <Dialog
        title={`End ${member.name}'s access?`}
        description="Every session ends at once. What was done stays in the record."
        trigger={
          <Button size="small" variant="quiet">
            End access…
          </Button>
        }
        footer={
          <DialogClose>
            <Button variant="danger" onClick={() => change.mutate({ verb: "deactivate" })}>
              End access
            </Button>
          </DialogClose>
        }
      />
    </div>
  )
}

interface RoleDialogProps {
  member: StaffMember
  isBusy: boolean
  onChange: (role: StaffRole, chefId: string | null) => void
}

function RoleDialog({ member, isBusy, onChange }: RoleDialogProps) {
  const [role, setRole] = useState<StaffRole>(member.role)
  const [chefId, setChefId] = useState(member.chefId ?? "")
  const isChef = role === "chef"
  const isChanged = role !== member.role || (isChef && chefId !== (member.chefId ?? ""))
  return (
    <Dialog
      title={`${member.name}'s role`}
      trigger={
        <Button size="small" variant="secondary" isBusy={isBusy}>
          Role…
        </Button>
      }
      footer={
        <DialogClose>
          <Button
            disabled={!isChanged || (isChef && !chefId)}
            onClick={() => onChange(role, isChef ? chefId : null)}
          >
            Change the role
          </Button>
        </DialogClose>
      }
    >
      <Select
        aria-label="Role"
        value={role}
        onChange={(event) => setRole(StaffRole.parse(event.currentTarget.value))}
      >
        {StaffRole.options.map((option) => (
          <option key={option} value={option}>
            {roleTitle[option]}
          </option>
        ))}
      </Select>
      {isChef ? (
        <div className="mt-4">
          <ChefSelect value={chefId} onChange={setChefId} />
        </div>
      ) : null}
    </Dialog>
  )
}

type StaffChange =
  | { verb: "deactivate" }
  | { verb: "reactivate" }
  | { verb: "role"; role: StaffRole; chefId: string | null }

function useStaffChange(member: StaffMember) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: StaffChange) =>
      change.verb === "role"
        ? request(StaffMember, `/v1/staff/${member.id}`, {
            method: "PATCH",
            body: { role: change.role, chefId: change.chefId },
          })
        : request(StaffMember, `/v1/staff/${member.id}/${change.verb}`, { method: "POST" }),
    onSuccess: (changed) => {
      tell({ title: `${changed.name} is changed`, state: "good" })
      return client.invalidateQueries({ queryKey: ["staff"] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

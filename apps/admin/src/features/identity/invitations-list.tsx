"use client"

import { type StaffInvitation, StaffInvitations } from "@myhibachi/contract/identity"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ActorText } from "./actor-text.tsx"
import { roleTitle } from "./role-titles.ts"

const states = {
  open: { title: "Waits", state: "caution" },
  accepted: { title: "Accepted", state: "good" },
  expired: { title: "Expired", state: "neutral" },
  withdrawn: { title: "Withdrawn", state: "neutral" },
} as const

/** Who was invited and what came of it. */
export function InvitationsList() {
  const invitations = useQuery({
    queryKey: ["invitations"],
    queryFn: () => request(StaffInvitations, "/v1/staff/invitations"),
  })
  return (
    <section className="mt-12">
      <h2 className="mb-2 text-xl font-semibold">Invitations</h2>
      <Loaded query={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Nobody was invited yet.</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((invitation) => (
                <InvitationLine key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function InvitationLine({ invitation }: { invitation: StaffInvitation }) {
  const tell = useToast()
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => request(z.undefined(), `/v1/staff/invitations/${invitation.id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["invitations"] }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-medium">
          {invitation.name}, {roleTitle[invitation.role]}{" "}
          <Badge state={states[invitation.state].state}>{states[invitation.state].title}</Badge>
        </p>
        <p className="text-sm text-ink-soft">
          {invitation.email} · by <ActorText actor={invitation.invitedBy} /> · until{" "}
          <WhenText instant={invitation.expiresAt} />
        </p>
      </div>
      {invitation.state === "open" ? (
        <Button
          size="small"
          variant="secondary"
          isBusy={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          Withdraw
        </Button>
      ) : null}
    </li>
  )
}

"use client"

import { type StaffSession, StaffSessions } from "@myhibachi/contract/identity"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { deviceText } from "./device-text.ts"

/** Where I am signed in, with a way to end each. */
export function SessionsList() {
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: () => request(StaffSessions, "/v1/auth/sessions"),
  })
  return (
    <section>
      <h2 className="mb-2 text-xl font-semibold">Signed in at</h2>
      <Loaded query={sessions}>
        {({ items }) => (
          <ul className="divide-y divide-line">
            {items.map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function SessionLine({ session }: { session: StaffSession }) {
  const tell = useToast()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => request(z.undefined(), `/v1/auth/sessions/${session.id}`, { method: "DELETE" }),
    onSuccess: () => {
      tell({ title: "That session is ended", state: "good" })
      return client.invalidateQueries({ queryKey: ["sessions"] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-medium">
          {deviceText(session.userAgent)} {session.isCurrent ? <Badge state="good">This one</Badge> : null}
        </p>
        <p className="text-sm text-ink-soft">
          {session.ipAddress ? `${session.ipAddress} · ` : ""}since <WhenText instant={session.createdAt} /> ·
          ends <WhenText instant={session.expiresAt} />
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button size="small" variant="secondary" isBusy={end.isPending} onClick={() => end.mutate()}>
          End it
        </Button>
      )}
    </li>
  )
}

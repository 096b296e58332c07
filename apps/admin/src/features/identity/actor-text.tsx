"use client"

import { StaffList } from "@myhibachi/contract/identity"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { useMay } from "@/shell/me.tsx"
import { actorWords } from "./actor-words.ts"

const nobody = new Map<string, string>()

/** Who did something, by name where the person signed in may know it. */
export function ActorText({ actor }: { actor: string }) {
  const mayRead = useMay("staff:read")
  const names = useQuery({
    queryKey: ["staff"],
    queryFn: () => request(StaffList, "/v1/staff"),
    enabled: mayRead,
    staleTime: 300_000,
    select: (list) => new Map(list.items.map((member) => [member.id, member.name])),
  })
  return <span title={actor}>{actorWords(actor, names.data ?? nobody)}</span>
}

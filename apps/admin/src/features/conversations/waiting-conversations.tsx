"use client"

import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { ConversationPage } from "@/api/pages.ts"
import { request } from "@/api/request.ts"
import { useLive } from "@/api/use-live.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** Conversations that need a person and that nobody has taken. */
export function WaitingConversations() {
  return useMay("conversations:read") ? <Waiting /> : null
}

function Waiting() {
  const waiting = useQuery({
    queryKey: ["/v1/conversations", "waiting"],
    queryFn: () =>
      request(ConversationPage, "/v1/conversations", { query: { status: "needs_person", limit: 10 } }),
    refetchInterval: 30_000,
  })
  useLive("/v1/conversations/live", ["message", "status"], [["/v1/conversations"]])
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">Waiting for a person</h2>
      <Loaded query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Nobody waits.</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((conversation) => (
                <li key={conversation.id}>
                  <Link href={`/inbox?id=${conversation.id}`} className="block py-2 hover:bg-sunken">
                    <span className="flex items-baseline justify-between gap-4">
                      <span className="min-w-0 truncate font-medium">
                        {conversation.customer?.name ?? conversation.subject}
                      </span>
                      <span className="text-sm text-ink-soft">
                        <WhenText instant={conversation.lastMessageAt} />
                      </span>
                    </span>
                    <span className="line-clamp-2 text-sm text-ink-soft">
                      {conversation.needsPersonReason ?? conversation.lastMessage?.text}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

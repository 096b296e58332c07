"use client"

import { ConversationDetail } from "@myhibachi/contract/conversations"
import { classNames } from "@myhibachi/ui/class-names"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Kbd } from "@myhibachi/ui/kbd"
import { useQuery } from "@tanstack/react-query"
import { ConversationPage } from "@/api/pages.ts"
import { request } from "@/api/request.ts"
import { useLive } from "@/api/use-live.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { useListKeys } from "@/lists/use-list-keys.ts"
import { usePages } from "@/lists/use-pages.ts"
import { ConversationList } from "./conversation-list.tsx"
import { ConversationSide } from "./conversation-side.tsx"
import { ConversationThread } from "./conversation-thread.tsx"
import { InboxFilters } from "./inbox-filters.tsx"

const REFRESH_MS = 30_000

/** Who waits, what was said, who it is: three panes on a wide screen, one after the other on a phone. */
export function InboxView() {
  const address = useAddress()
  const id = address.get("id")
  const pages = usePages(
    ConversationPage,
    "/v1/conversations",
    {
      status: address.get("status"),
      channel: address.get("channel"),
      owner: address.get("owner"),
      search: address.get("search"),
    },
    { refetchMs: REFRESH_MS },
  )
  const isLive = useLive(
    "/v1/conversations/live",
    ["message", "status"],
    [["/v1/conversations"], ["conversation"]],
  )
  const active = useListKeys({
    count: pages.items?.length ?? 0,
    open: (index) => address.set({ id: pages.items?.[index]?.id ?? null }, "push"),
    close: () => address.set({ id: null }),
  })
  return (
    <div className="-mx-4 -my-6 flex h-[calc(100dvh-3.85rem)] sm:-mx-8 lg:-my-8 lg:h-dvh">
      <h1 className="sr-only">Inbox</h1>
      <section
        aria-label="Conversations"
        className={classNames(
          "min-w-0 flex-1 flex-col border-line lg:flex lg:max-w-[22rem] lg:border-r",
          id ? "hidden" : "flex",
        )}
      >
        <InboxFilters isLive={isLive} updatedAt={pages.updatedAt} />
        <ConversationList pages={pages} active={active} openId={id} />
        <p className="hidden items-center gap-1.5 border-t border-line px-4 py-2 text-xs whitespace-nowrap text-ink-soft lg:flex">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>enter</Kbd> open <Kbd>esc</Kbd> close <Kbd>/</Kbd> search
        </p>
      </section>
      {id ? <OpenConversation key={id} id={id} /> : <NothingOpen />}
    </div>
  )
}

function NothingOpen() {
  return (
    <div className="hidden flex-1 items-center justify-center lg:flex">
      <EmptyState title="Choose a conversation">
        Its messages, the customer and their bookings appear here.
      </EmptyState>
    </div>
  )
}

function OpenConversation({ id }: { id: string }) {
  const conversation = useQuery({
    queryKey: ["conversation", id],
    queryFn: () => request(ConversationDetail, `/v1/conversations/${id}`),
    refetchInterval: REFRESH_MS,
  })
  if (!conversation.data) {
    return (
      <div className="min-w-0 flex-1 p-6">
        <Loaded query={conversation} lines={9}>
          {() => null}
        </Loaded>
      </div>
    )
  }
  return (
    <>
      <ConversationThread conversation={conversation.data} />
      <ConversationSide conversation={conversation.data} />
    </>
  )
}

import type { Message } from "@myhibachi/contract/conversations"
import { Button } from "@myhibachi/ui/button"
import { ChatBubble } from "@myhibachi/ui/chat-bubble"
import { SourceList } from "@myhibachi/ui/source-list"
import { MessageCards } from "./message-cards.tsx"
import type { Outgoing } from "./outgoing.ts"

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" })

/** One message with its sources and what one can do with it. */
export function MessageItem({ message }: { message: Message }) {
  return (
    <>
      <ChatBubble
        author={message.author}
        from={message.author === "customer" ? "You" : message.authorName}
        meta={
          message.author === "system" ? null : (
            <>
              <time dateTime={message.sentAt}>{clock.format(new Date(message.sentAt))}</time>
              <SourceList
                sources={message.sources.map((source) => ({
                  key: `${source.articleId}:${source.version}`,
                  title: `${source.title} (version ${source.version})`,
                  href: `/help/${source.slug}`,
                }))}
              />
            </>
          )
        }
      >
        {message.text}
      </ChatBubble>
      <MessageCards cards={message.cards} />
    </>
  )
}

/** A message on its way, or one that did not get through and can be sent again. */
export function OutgoingItem({ message, onAgain }: { message: Outgoing; onAgain: () => void }) {
  return (
    <ChatBubble
      author="customer"
      from="You"
      meta={
        message.state === "sending" ? (
          "Sending …"
        ) : (
          <span className="flex flex-wrap items-center justify-end gap-2">
            <span className="font-medium text-bad">Not sent. {message.complaint}</span>
            <Button size="small" variant="secondary" onClick={onAgain}>
              Send again
            </Button>
          </span>
        )
      }
    >
      {message.text}
    </ChatBubble>
  )
}

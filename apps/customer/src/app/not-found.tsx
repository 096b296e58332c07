import { LinkButton } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import Link from "next/link"

export default function NotFound() {
  return (
    <EmptyState
      title={<h1>This link opens nothing.</h1>}
      action={
        <LinkButton asChild>
          <Link href="/">Go to the start</Link>
        </LinkButton>
      }
    >
      It may have been copied in part, or what it opened is over. Open the newest link that we sent you, or
      ask us in the chat.
    </EmptyState>
  )
}

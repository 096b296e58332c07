import { LinkButton } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"

export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl py-16">
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is no such page" action={<LinkButton href="/">Go to Today</LinkButton>}>
        The address may be old, or a letter is missing.
      </EmptyState>
    </main>
  )
}

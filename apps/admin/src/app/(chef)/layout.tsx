import { Me } from "@myhibachi/contract/identity"
import { LinkButton } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { tryReadOnServer } from "@/api/read-on-server.ts"
import { ChefShell } from "@/features/crew/my/chef-shell.tsx"
import { MeProvider } from "@/shell/me.tsx"

/** The pages that chefs use at parties, on a phone; the office has none of them. */
export default async function ChefLayout({ children }: { children: ReactNode }) {
  const path = (await headers()).get("x-path") ?? "/my"
  const { data: me, problem } = await tryReadOnServer(Me, "/v1/auth/me")
  if (problem?.status === 401) redirect(`/login?next=${encodeURIComponent(path)}`)
  if (me && me.role !== "chef") redirect("/")
  if (!me) {
    return (
      <main className="mx-auto max-w-xl p-4">
        <h1 className="sr-only">Not available</h1>
        <ErrorState
          title={problem.message}
          action={
            <LinkButton size="small" variant="secondary" href={path}>
              Try again
            </LinkButton>
          }
        />
      </main>
    )
  }
  return (
    <MeProvider me={me}>
      <ChefShell>{children}</ChefShell>
    </MeProvider>
  )
}

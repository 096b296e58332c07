import { Me } from "@myhibachi/contract/identity"
import { LinkButton } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { tryReadOnServer } from "@/api/read-on-server.ts"
import { MeProvider } from "@/shell/me.tsx"
import { Shell } from "@/shell/shell.tsx"

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const path = (await headers()).get("x-path") ?? "/"
  const { data: me, problem } = await tryReadOnServer(Me, "/v1/auth/me")
  if (problem?.status === 401) redirect(`/login?next=${encodeURIComponent(path)}`)
  if (!me) {
    return (
      <main className="mx-auto max-w-2xl p-8">
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
  // Chefs work on their phones with pages of their own.
  if (me.role === "chef") redirect(path.startsWith("/settings") ? "/my/account" : "/my")
  return (
    <MeProvider me={me}>
      <Shell>{children}</Shell>
    </MeProvider>
  )
}

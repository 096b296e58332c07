"use client"

import type { ReactNode } from "react"
import { useMe } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { ChangePasswordForm } from "./change-password-form.tsx"
import { roleTitle } from "./role-titles.ts"
import { SessionsList } from "./sessions-list.tsx"
import { TwoFactor } from "./two-factor.tsx"

/** My own sign-in: second step, password, and where I am signed in; before it what a role has besides. */
export function AccountView({ children }: { children?: ReactNode }) {
  const me = useMe()
  return (
    <>
      <PageHeader title="My account" detail={`${me.name} · ${me.email} · ${roleTitle[me.role]}`} />
      <div className="flex max-w-3xl flex-col gap-12">
        {children}
        <TwoFactor />
        <SessionsList />
        <ChangePasswordForm />
      </div>
    </>
  )
}

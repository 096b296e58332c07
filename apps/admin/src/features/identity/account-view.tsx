"use client"

import { useMe } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { ChangePasswordForm } from "./change-password-form.tsx"
import { roleTitle } from "./role-titles.ts"
import { SessionsList } from "./sessions-list.tsx"
import { TwoFactor } from "./two-factor.tsx"

/** My own sign-in: second step, password, and where I am signed in. */
export function AccountView() {
  const me = useMe()
  return (
    <>
      <PageHeader title="My account" detail={`${me.name} · ${me.email} · ${roleTitle[me.role]}`} />
      <div className="flex max-w-3xl flex-col gap-12">
        <TwoFactor />
        <SessionsList />
        <ChangePasswordForm />
      </div>
    </>
  )
}

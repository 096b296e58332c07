import type { Metadata } from "next"
import { AccountView } from "@/features/identity/account-view.tsx"

export const metadata: Metadata = { title: "My account" }

export default function Page() {
  return <AccountView />
}

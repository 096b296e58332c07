import type { Metadata } from "next"
import { MyAccountView } from "@/features/crew/my/my-account-view.tsx"

export const metadata: Metadata = { title: "My account" }

export default function Page() {
  return <MyAccountView />
}

import type { Metadata } from "next"
import { MyPayView } from "@/features/crew/my/my-pay-view.tsx"

export const metadata: Metadata = { title: "My pay" }

export default function Page() {
  return <MyPayView />
}

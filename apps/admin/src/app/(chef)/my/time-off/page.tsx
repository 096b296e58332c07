import type { Metadata } from "next"
import { MyTimeOffView } from "@/features/crew/my/my-time-off-view.tsx"

export const metadata: Metadata = { title: "Time off" }

export default function Page() {
  return <MyTimeOffView />
}

import type { Metadata } from "next"
import { MyPartiesView } from "@/features/crew/my/my-parties-view.tsx"

export const metadata: Metadata = { title: "My parties" }

export default function Page() {
  return <MyPartiesView />
}

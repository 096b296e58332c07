import type { Metadata } from "next"
import { TextsList } from "@/features/texts/texts-list.tsx"

export const metadata: Metadata = { title: "Text messages" }

export default function Page() {
  return <TextsList />
}

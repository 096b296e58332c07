import type { Metadata } from "next"
import { AreasView } from "@/features/maps/areas-view.tsx"

export const metadata: Metadata = { title: "Service areas" }

export default function Page() {
  return <AreasView />
}

import type { Metadata } from "next"
import { MenuView } from "@/features/catalog/menu-view.tsx"

export const metadata: Metadata = { title: "Menu" }

export default function Page() {
  return <MenuView />
}

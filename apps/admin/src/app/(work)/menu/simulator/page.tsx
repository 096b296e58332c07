import type { Metadata } from "next"
import { SimulatorView } from "@/features/catalog/simulator-view.tsx"

export const metadata: Metadata = { title: "Simulator" }

export default function Page() {
  return <SimulatorView />
}

import type { ReactNode } from "react"
import { Wordmark } from "@/shell/wordmark.tsx"

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-8 px-6 py-12">
      <Wordmark />
      {children}
    </main>
  )
}

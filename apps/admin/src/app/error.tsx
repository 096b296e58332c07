"use client"

import { PageFailure } from "@/shell/page-failure.tsx"

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <PageFailure onRetry={reset} />
    </main>
  )
}

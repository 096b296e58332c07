"use client"

import { PageFailure } from "@/shell/page-failure.tsx"

export default function WorkPageError({ reset }: { error: Error; reset: () => void }) {
  return <PageFailure onRetry={reset} />
}

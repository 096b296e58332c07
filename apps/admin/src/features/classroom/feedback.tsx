"use client"

import { Button } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"

/** Staff say whether the answer was right; that calibrates how sure later answers are. */
export function Feedback({ discussionId }: { discussionId: string }) {
  const mayWrite = useMay("assistant:write")
  const tell = useToast()
  const give = useMutation({
    mutationFn: (isRight: boolean) =>
      request(z.undefined(), `/v1/discussions/${discussionId}/feedback`, {
        method: "POST",
        body: { isRight },
      }),
    onSuccess: () => tell({ title: "Thank you, noted", state: "good" }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  if (!mayWrite) return null
  if (give.isSuccess) return <p className="mt-4 text-sm text-ink-soft">Your judgement is kept.</p>
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <span className="text-sm">Was it right?</span>
      <Button size="small" variant="secondary" isBusy={give.isPending} onClick={() => give.mutate(true)}>
        Right
      </Button>
      <Button size="small" variant="secondary" isBusy={give.isPending} onClick={() => give.mutate(false)}>
        Wrong
      </Button>
    </div>
  )
}

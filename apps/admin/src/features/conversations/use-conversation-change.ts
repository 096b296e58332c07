"use client"

import { ConversationDetail, type ReplyToConversation } from "@myhibachi/contract/conversations"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

export type ConversationChange =
  | { verb: "take-over" }
  | { verb: "give-back" }
  | { verb: "resolve"; body: { note: string } }
  | { verb: "reply"; body: ReplyToConversation }

/** Changes a conversation; what came back is shown at once, the list is read again. */
export function useConversationChange(id: string) {
  const client = useQueryClient()
  const tell = useToast()
  return useMutation({
    mutationFn: (change: ConversationChange) =>
      request(ConversationDetail, `/v1/conversations/${id}/${change.verb}`, {
        method: "POST",
        ...("body" in change ? { body: change.body } : {}),
      }),
    onSuccess: (conversation) => {
      client.setQueryData(["conversation", id], conversation)
      return client.invalidateQueries({ queryKey: ["/v1/conversations"] })
    },
    onError: (error) => {
      tell({ title: sentenceOf(error), state: "bad" })
      // Somebody else may have been faster: show how it stands.
      return client.invalidateQueries({ queryKey: ["conversation", id] })
    },
  })
}

import { CustomerConversation } from "@myhibachi/contract/conversations"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

const KEPT_AT = "chat:conversation"

/** Opens the conversation kept in this browser, or starts one. @throws ApiProblem */
export async function openConversation(): Promise<CustomerConversation> {
  const token = localStorage.getItem(KEPT_AT)
  if (token) {
    try {
      return await request(CustomerConversation, `/v1/public/conversations/${token}`)
    } catch (error) {
      // The link is no longer good; a new conversation is better than none.
      if (!(error instanceof ApiProblem && (error.status === 404 || error.status === 410))) throw error
    }
  }
  const conversation = await request(CustomerConversation, "/v1/public/conversations", {
    method: "POST",
    body: { locale: navigator.language, ...bookingOfThisPage() },
  })
  localStorage.setItem(KEPT_AT, conversation.token)
  return conversation
}

/** Forgets the conversation in this browser; the next message starts another. */
export function forgetConversation(): void {
  localStorage.removeItem(KEPT_AT)
}

// Who opens the chat on the page of a party holds its link, and so may be told about it.
function bookingOfThisPage(): { bookingToken?: string } {
  const token = /^\/party\/([^/]+)/.exec(location.pathname)?.[1]
  return token ? { bookingToken: token } : {}
}

import type { Metadata } from "next"
import { ChatAlone } from "@/chat/chat-alone.tsx"

export const metadata: Metadata = { title: "Chat" }

export default function ChatPage() {
  return (
    <>
      <h1 className="mb-3 text-2xl font-semibold">Ask us anything</h1>
      <ChatAlone />
    </>
  )
}

"use client"
import { Button } from "@myhibachi/ui/button"
import { openChat } from "@/chat/open-chat.ts"

/** Opens the chat with the matter already written. */
export function AskPerson({ about }: { about: string }) {
  return (
    <Button
      variant="secondary"
      onClick={() =>
        openChat(`I would like to change my party (${about.toLowerCase()}). Can a person help me?`)
      }
    >
      Ask a person
    </Button>
  )
}

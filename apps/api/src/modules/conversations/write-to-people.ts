import { defineModule } from "#platform/module.ts"
import { askForPerson } from "./ask-for-person.ts"
import { chatRoute } from "./chat-route.ts"
import { receiveMessage } from "./receive-message.ts"

const writeToPeople = chatRoute("Say something in the chat; a person answers", async (ctx, input) => {
  const { message, conversation } = await receiveMessage(ctx, input, async (ctx, message) => {
    await askForPerson(ctx, {
      conversationId: input.conversationId,
      reason: "the assistant is off",
      summary: message.text,
      urgency: 0.5,
    })
  })
  return { message, answer: null, status: conversation.status === "person" ? "person" : "needs_person" }
})

/** The chat while the assistant is off: every message waits for a person in the inbox. */
export const peopleChatModule = defineModule({
  name: "people-chat",
  unless: "FEATURE_AI_CORE",
  routes: [writeToPeople],
})

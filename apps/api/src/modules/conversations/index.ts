import { defineModule } from "#platform/module.ts"
import { conversationsPersonalData } from "./personal-data.ts"
import { readCorrespondence } from "./read-correspondence.ts"
import { conversationRoutes } from "./routes.ts"
import { textChannelSubscriptions } from "./texts/subscriptions.ts"

export { type AppendAnswer, appendAnswer, findAnswer, type HandOver } from "./append-answer.ts"
export { askForPerson } from "./ask-for-person.ts"
export { chatRoute } from "./chat-route.ts"
export { cleanMessageText } from "./clean-text.ts"
export { messageAppended, personNeeded } from "./events.ts"

export {
  findConversations,
  findConversationsOf,
  readConversation,
  readMessage,
  readMessages,
} from "./find-conversations.ts"

export { linkCustomer } from "./link-customer.ts"
export { giveBack, replyAsPerson, resolveConversation, takeOver } from "./own-conversation.ts"
export { presentMessage, presentToCustomer } from "./present.ts"
export { type ReceivedMessage, receiveMessage } from "./receive-message.ts"
export { startConversation } from "./start-conversation.ts"
export type { ConversationRow, MessageRow } from "./tables.ts"
export { peopleChatModule } from "./write-to-people.ts"

/** One thread per person and matter, over any channel, and the inbox in which people answer. */
export const conversationsModule = defineModule({
  name: "conversations",
  personalData: conversationsPersonalData,
  correspondence: readCorrespondence,
  routes: conversationRoutes,
  subscriptions: textChannelSubscriptions,
})

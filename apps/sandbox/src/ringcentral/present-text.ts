import type { Text, TextBox } from "./text-box.ts"

const extension = "/restapi/v1.0/account/256440016/extension/256440016"

/** The message as the message store shows it. */
export function presentText(text: Text, texts: TextBox, publicUrl: string): object {
  const { messageStatus, deliveryErrorCode, deliveredAt } = texts.statusOf(text)
  const own = { phoneNumber: text.ours, name: "MyHibachi" }
  const other = { phoneNumber: text.theirs }
  const isInbound = text.direction === "Inbound"
  const uri = `${publicUrl}${extension}/message-store/${text.id}`
  return {
    uri,
    id: text.id,
    to: [isInbound ? own : { ...other, messageStatus }],
    from: isInbound ? other : own,
    type: "SMS",
    creationTime: text.at,
    lastModifiedTime: deliveredAt ?? text.at,
    readStatus: isInbound ? "Unread" : "Read",
    priority: "Normal",
    attachments: [{ id: text.id, uri: `${uri}/content/${text.id}`, type: "Text", contentType: "text/plain" }],
    direction: text.direction,
    availability: "Alive",
    subject: text.text,
    messageStatus,
    ...(deliveryErrorCode ? { deliveryErrorCode } : {}),
    ...(deliveredAt ? { smsDeliveryTime: deliveredAt } : {}),
    smsSendingAttemptsCount: 1,
    conversationId: text.conversationId,
    conversation: {
      id: String(text.conversationId),
      uri: `${publicUrl}/restapi/v1.0/conversations/${text.conversationId}`,
    },
  }
}

/** What a subscription is told of a message that came in. */
export function presentNotice(text: Text, uuid: string, subscriptionId: string, now: Date): object {
  return {
    uuid,
    event: `${extension}/message-store/instant?type=SMS`,
    timestamp: now.toISOString(),
    subscriptionId,
    ownerId: "256440016",
    body: {
      id: String(text.id),
      to: [{ phoneNumber: text.ours }],
      from: { phoneNumber: text.theirs },
      type: "SMS",
      creationTime: text.at,
      lastModifiedTime: text.at,
      readStatus: "Unread",
      priority: "Normal",
      attachments: [{ id: text.id, type: "Text", contentType: "text/plain" }],
      direction: "Inbound",
      availability: "Alive",
      subject: text.text,
      messageStatus: "Received",
      conversation: { id: String(text.conversationId) },
    },
  }
}

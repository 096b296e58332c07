import type { Channel } from "./channel.ts"
import { foldAccents } from "./fold-accents.ts"

export interface OptOut {
  scope: "all" | "marketing"
  source: "keyword" | "sentence"
}

const KEYWORD = /^(?:stop(?:all| all)?|end|quit|cancel|unsubscribe|revoke|opt[ -]?out|alto|parar)$/i
const POLITE = /\b(?:please|pls|plz|por favor|thanks|thank you|now|asap|ok|okay)\b/gi
/** Messages from us, whatever they are called. */
const MESSAGES =
  "(?:text(?:s|ing|ed)?|txts?|txting|messages?|messaging|msgs?|sms|e-?mails?|e-?mailing|mailing|calls?|calling|contact(?:ing)?|spam(?:ming)?|bother(?:ing)?|notifications?|updates|reminders|newsletters?|mensajes?|correos|textos|whatsapps?|writing|pinging|bugging|harassing|hitting me up|blowing up my phone|communications?|alerts?|dms?)"
const OFFERS =
  "(?:promo(?:s|tions?|tional)?|offers?|deals?|discounts?|marketing|ads?|advert\\w*|newsletters?|specials?|coupons?|sales|promociones|ofertas|publicidad|campaigns?|commercials?|solicitations?|sales pitches|spam)"
const STOPPING: RegExp[] = [
  /\bwrong (?:number|person)\b.{0,20}\b(?:stop|remove|delete)\b/i,
  /\bout of (?:your|this|the) (?:\w+ )?list\b|\bquit it\b.{0,20}\b(?:offers|deals|discounts|promos?|texts?|messages)\b/i,
  new RegExp(`\\b(?:stop|quit|cease|no longer|enough|halt|end)\\b.{0,25}\\b${OFFERS}\\b`, "i"),
  new RegExp(`(?:,|^|and|but|with) ?no (?:more )?${OFFERS}\\b(?! codes?)\\W*$`, "i"),
  new RegExp(
    `\\b(?:stop|quit|cease|no longer|enough (?:with|of)?|halt|discontinue|end|cut out|knock off|deja(?:r)?(?: de)?|dejen(?: de)?|paren?(?: de)?|basta(?: de)?)\\b.{0,25}\\b${MESSAGES}\\b`,
    "i",
  ),
  /\b(?:don'?t|do not|dont|never|quit|please don'?t|no me|ya no(?: me)?)\b(?! (?:really |even )?(?:know|understand|remember|see))(?!.{0,12}\bhow to\b).{0,15}\b(?:text|message|msg|contact|e-?mail|call|send|write|bother|spam|dm|manden?|env[ií]en|escriban|contacten|llamen)\b(?! (?:a chef|the chef|it to|the quote|my (?:quote|invoice)))/i,
  new RegExp(
    `\\b(?:no|without|zero) (?:more|further|additional|m[aá]s) (?:\\w+ )?(?:${MESSAGES}|${OFFERS})\\b`,
    "i",
  ),
  /\bun-?sub(?:scri\w*)?\b|\bopt(?:ing|ed)?[ -]?(?:me )?out\b|\bdesuscrib\w*|\bdarme de baja\b|\bd[ée]nme de baja\b|\bdame de baja\b|\bde baja\b/i,
  /\b(?:take|remove|delete|drop|get|scratch|pull)\b.{0,12}\b(?:me|my (?:number|name|e-?mail|phone|cell|contact|address|info))\b.{0,20}\b(?:off|from|out of|list|system|database)\b|\bremove (?:me|my (?:number|e-?mail))\b|\b(?:lose|delete|forget) my number\b|\bleave me alone\b|\bdo[ -]not[ -](?:call|contact|text) list\b/i,
  /\b(?:revoke|withdraw|rescind)\b.{0,20}\b(?:consent|permission|authori[sz]ation)\b/i,
  /\b(?:don'?t|do not|no longer|dont|not) (?:want|wish|care|need|like|interested in)\b.{0,25}\b(?:receiv\w+|get(?:ting)?|hear(?:ing)? from|to be (?:contacted|texted|messaged|e-?mailed|called)|be (?:contacted|texted|messaged)|(?:your|these|any|more) (?:texts?|messages?|e-?mails?|ads?|offers?|promos?|deals?|coupons?|marketing|promotions?|newsletters?|discounts?))\b|\bno (?:quiero|deseo) (?:recibir )?(?:m[aá]s )?(?:mensajes|textos|correos|promociones|ofertas|publicidad|recibir)/i,
]
const ONLY_OFFERS = new RegExp(`\\b${OFFERS}\\b`, "i")
const EVERYTHING =
  /\b(?:all|any|every(?:thing)?|anything|at all|altogether|completely|entirely|nothing|todos?|ever again|whatsoever)\b(?!.{0,12}\b(?:promo|offer|deal|discount|marketing|ad|special|coupon|sale|newsletter))|\bremove my number\b|\b(?:consent|permission)\b/i
const STILL_WANTED =
  /\b(?:but|still|just|only|except|keep|okay to|fine)\b.{0,50}\b(?:booking|party|reservation|order|reminders?|confirmation|event|updates? about|about my|fiesta|reserva)\b/i
/** About a person, a party or the chef, not about our messages. */
const NOT_OURS: RegExp[] = [
  /\b(?:cancel|end|stop|move|change)\b.{0,15}\b(?:my|our|the|this|mi|nuestra) (?:\w+ )?(?:party|booking|reservation|event|order|date|dinner|hold|fiesta|reserva|wedding|hibachi|appointment)\b(?!.{0,15}\b(?:texts?|reminders?|messages?|emails?|updates|alerts?))/i,
  /\b(?:when|what time|how|where|can|could|does|do|will|is|are|why|if)\b.{0,40}\b(?:unsubscribe|opt[ -]?out|stop|end)\b.{0,60}\?/i,
  /\b(?:don'?t|do not|never) (?:text|call|contact|message|e-?mail)\b.{0,20}\b(?:until|before|after|during|at (?:work|night)|between|on (?:sunday|monday|weekends)|my (?:wife|husband|fianc|mom|boss|girlfriend|boyfriend)|him|her|them)\b/i,
  /\b(?:don'?t|do not|never|didn'?t|haven'?t)\b.{0,15}\b(?:got|get|receive|received|gotten)\b.{0,25}\b(?:text|e-?mail|message|confirmation|link|quote|call)\b/i,
  /\b(?:stop|don'?t|quit)\b.{0,15}\b(?:the (?:rain|food|show|party|music|chef|bot)|by|cooking|over|at|serving|worrying)\b/i,
  /\bby mistake\b|\badd me back\b|\bsubscribe me again\b|\bopt[ -]?out of (?:the|my|our) (?!texts?|messages|e-?mails?|list|promo|marketing|newsletter)/i,
  /\bnon-?stop\b|\bstop (?:in|by|over|at)\b|\bpit stop\b|\bbus stop\b|\bone[- ]stop\b|\bfull stop\b/i,
  /\b(?:stop|don'?t|quit) (?:it|playing|joking|worrying|kidding)\b/i,
  /\bwhat (?:does|is|will|happens)\b.{0,40}\?/i,
  /\bno (?:need|reason) to (?:call|text|e-?mail)\b.{0,30}\b(?:just|use|i'?ll|the link)\b/i,
  /\b(?:text|call|message|e-?mail) me (?:instead|rather)|\b(?:don'?t|do not) (?:text|call|e-?mail|phone|ring)(?: me| us)?[,;.]? (?:just |please |but |rather |only )*(?:text|call|e-?mail|message|whatsapp|use|tell|write|answer|reply|respond|let (?:me|us) know|put it|send (?:me|us) (?:an? )?(?:e-?mail|text|message|note))\b/i,
]

function stripped(text: string): string {
  return text
    .replace(POLITE, " ")
    .replace(/[^\p{L}\s-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
}

/**
 * Whether the message revokes consent. A bare keyword on SMS or WhatsApp revokes everything there; words about offers
 * revoke marketing; a sentence about cancelling a party is none.
 */
export function detectOptOut(text: string, channel: Channel): OptOut | undefined {
  const bare = stripped(text)
  const isTextChannel = channel === "sms" || channel === "whatsapp"
  if (KEYWORD.test(bare)) {
    if (isTextChannel) return { scope: "all", source: "keyword" }
    return /^(?:unsubscribe|opt[ -]?out|stop(?:all| all)?)$/i.test(bare) && channel !== "voice"
      ? { scope: channel === "email" && /^unsub|^opt/i.test(bare) ? "marketing" : "all", source: "keyword" }
      : undefined
  }
  const plain = foldAccents(text)
  if (!isStopping(plain)) return keywordInSentence(bare, isTextChannel)
  if (
    NOT_OURS.some((words) => words.test(plain)) &&
    !/\bunsubscribe me\b|\bremove me\b|\btake me off\b/i.test(plain)
  )
    return undefined
  const isMarketing = (ONLY_OFFERS.test(plain) && !EVERYTHING.test(plain)) || STILL_WANTED.test(plain)
  return { scope: isMarketing ? "marketing" : "all", source: "sentence" }
}

/** Words of two sentences never make one wish: "I don't want this explained by a bot. Get me a manager" revokes nothing. */
function isStopping(plain: string): boolean {
  return plain.split(/(?<=[.?!])\s+/).some((sentence) => STOPPING.some((words) => words.test(sentence)))
}

/** "STOP!!! I said stop" or "Please STOP this": the keyword carries a short message. */
function keywordInSentence(bare: string, isTextChannel: boolean): OptOut | undefined {
  if (!isTextChannel) return undefined
  const words = bare.split(" ")
  const isRepeated = words.length <= 6 && words.filter((word) => /^stop$/i.test(word)).length >= 2
  const isShort =
    /^(?:stop|unsubscribe|quit|alto|parar) (?:this|it|that|me|all|already|everything|immediately|these|ya|right|here|sending)(?: \w+)?$/i.test(
      bare,
    )
  const isSaid = /^(?:i said|just|can you|ok|no|reply|hey|ya) (?:stop|unsubscribe|alto)$/i.test(bare)
  return isRepeated || isShort || isSaid ? { scope: "all", source: "sentence" } : undefined
}

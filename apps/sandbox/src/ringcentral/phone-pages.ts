import type { FastifyInstance } from "fastify"
import { toObject, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import { navigation } from "../pages/navigation.ts"
import { sendPage } from "../pages/page.ts"
import type { RingCentralService } from "./start-ringcentral.ts"
import { failingEndings, type Text, type TextBox } from "./text-box.ts"

/** The pages on which a person plays the phones that our texts go to. */
export async function phonePages(
  app: FastifyInstance,
  { ringcentral }: { ringcentral: RingCentralService },
): Promise<void> {
  const { texts } = ringcentral
  app.get("/phones", async (_request, reply) =>
    sendPage(reply, 200, { title: "Phones", style: "sandbox", body: listBody(texts) }),
  )
  app.get("/phones/:number", async (request, reply) => {
    const number = toText(toObject(request.params).number)
    return sendPage(reply, 200, { title: number, style: "sandbox", body: phoneBody(texts, number) })
  })
  app.post("/phones/:number", async (request, reply) => {
    const number = toText(toObject(request.params).number)
    const words = toText(toObject(request.body).text).trim()
    if (words !== "" && /^\+\d{8,15}$/.test(number)) await ringcentral.receive(number, words)
    return reply.redirect(`/phones/${encodeURIComponent(number)}`, 303)
  })
}

function listBody(texts: TextBox): Html {
  const newest = [...Map.groupBy(texts.list(), (text) => text.theirs)].flatMap(([number, [last]]) =>
    last ? [{ number, last }] : [],
  )
  const rows = newest.map(
    ({ number, last }) => html`<tr><td><a href="/phones/${encodeURIComponent(number)}">${number}</a></td>
<td>${last.text.slice(0, 90)}</td><td class="soft">${shortTime(last.at)}</td></tr>`,
  )
  const endings = Object.entries(failingEndings)
    .map(([ending, code]) => `${ending} (${code})`)
    .join(", ")
  return html`${navigation}<main><h1>Phones</h1><p class="soft">Every phone that a text message went to or came from; nothing leaves this machine.</p>
${
  rows.length === 0
    ? html`<p>No text message yet.</p>`
    : html`<div class="wide"><table><thead><tr><th>Phone</th><th>Last text</th><th>At (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
<p class="soft">Numbers with these endings do not get their messages: ${endings}. Of numbers that end on 0104 no carrier tells.</p></main>`
}

function phoneBody(texts: TextBox, number: string): Html {
  const bubbles = texts
    .list({ theirs: number })
    .toReversed()
    .map((text) => bubble(texts, text))
  return html`${navigation}<main><h1>${number}</h1>
${texts.hasOptedOut(number) && html`<p class="alarm">This phone said STOP: RingCentral takes no more messages to it.</p>`}
${bubbles.length === 0 ? html`<p>No text message yet.</p>` : html`<ol class="texts">${bubbles}</ol>`}
<form method="post"><label>Text from this phone<input name="text" size="40" autocomplete="off"></label><button>Send</button></form></main>`
}

function bubble(texts: TextBox, text: Text): Html {
  const { messageStatus, deliveryErrorCode } = texts.statusOf(text)
  const side = text.direction === "Inbound" ? "out" : "in"
  return html`<li class="${side}"><p>${linked(text.text)}</p><span class="soft">${shortTime(text.at)} · ${messageStatus}${deliveryErrorCode ? ` ${deliveryErrorCode}` : ""}</span></li>`
}

/** Addresses become links, as a phone shows them. */
function linked(words: string): Html[] {
  return words
    .split(/(https?:\/\/\S+)/)
    .map((part) => (/^https?:/.test(part) ? html`<a href="${part}">${part}</a>` : html`${part}`))
}

function shortTime(at: string): string {
  return at.replace("T", " ").slice(0, 19)
}

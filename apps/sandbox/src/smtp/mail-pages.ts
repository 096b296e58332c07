import type { FastifyInstance } from "fastify"
import { toObject, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import { navigation } from "../pages/navigation.ts"
import { sendPage } from "../pages/page.ts"
import type { Mail, Mailbox } from "./mailbox.ts"

/** The pages on which a person reads what was sent. */
export async function mailPages(app: FastifyInstance, { mailbox }: { mailbox: Mailbox }): Promise<void> {
  app.get("/mail", async (request, reply) => {
    const to = toText(toObject(request.query).to)
    return sendPage(reply, 200, { title: "Mail", style: "sandbox", body: listBody(mailbox.list({ to }), to) })
  })
  app.get("/mail/:id", async (request, reply) => {
    const mail = mailbox.find(toText(toObject(request.params).id))
    if (!mail) return sendPage(reply, 404, { title: "Mail", style: "sandbox", body: unknownBody })
    return sendPage(reply, 200, { title: mail.subject, style: "sandbox", body: mailBody(mail) })
  })
  app.get("/mail/:id/html", async (request, reply) => {
    const mail = mailbox.find(toText(toObject(request.params).id))
    return reply
      .code(mail ? 200 : 404)
      .type("text/html; charset=utf-8")
      .header(
        "content-security-policy",
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'",
      )
      .send(`<base target="_blank">${mail ? withInlineImages(mail) : ""}`)
  })
  app.get("/mail/:id/source", async (request, reply) => {
    const mail = mailbox.find(toText(toObject(request.params).id))
    return reply
      .code(mail ? 200 : 404)
      .type("text/plain; charset=utf-8")
      .send(mail?.source ?? "")
  })
  app.get("/mail/:id/attachments/:index", async (request, reply) => {
    const { id, index } = toObject(request.params)
    const attachment = mailbox.find(toText(id))?.attachments[Number(index)]
    if (!attachment) return reply.code(404).type("text/plain").send("No such attachment")
    return reply
      .type(attachment.type)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`)
      .header("x-content-type-options", "nosniff")
      .send(Buffer.from(attachment.base64, "base64"))
  })
}

const unknownBody = html`${navigation}<main><h1>Unknown mail</h1><p>There is no such mail in this sandbox.</p></main>`

function listBody(mails: Mail[], to: string): Html {
  const rows = mails.map(
    (mail) => html`<tr><td><a href="/mail/${mail.id}">${mail.subject || "(no subject)"}</a></td>
<td>${mail.to.join(", ")}</td><td>${mail.from}</td><td class="soft">${mail.at.replace("T", " ").slice(0, 19)}</td></tr>`,
  )
  return html`${navigation}<main><h1>Mail</h1><p class="soft">Everything that was sent; nothing leaves this machine.</p>
<form method="get"><label>Recipient<input name="to" value="${to}"></label><button>Search</button></form>
${
  mails.length === 0
    ? html`<p>No mail yet.</p>`
    : html`<div class="wide"><table><thead><tr><th>Subject</th><th>To</th><th>From</th><th>At (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`
}</main>`
}

function mailBody(mail: Mail): Html {
  const attachments = mail.attachments.map(
    (attachment, index) =>
      html`<li><a href="/mail/${mail.id}/attachments/${index}">${attachment.name}</a> <span class="soft">${attachment.type}, ${attachment.size} bytes</span></li>`,
  )
  return html`${navigation}<main><h1>${mail.subject || "(no subject)"}</h1>
<p>From ${mail.from}<br>To ${mail.to.join(", ")}<br><span class="soft">${mail.at}</span> · <a href="/mail/${mail.id}/source">source</a></p>
${attachments.length > 0 && html`<h2>Attachments</h2><ul>${attachments}</ul>`}
${mail.html !== "" && html`<h2>HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.id}/html"></iframe>`}
${mail.text !== "" && html`<h2>Text</h2><pre>${mail.text}</pre>`}</main>`
}

function withInlineImages(mail: Mail): string {
  return mail.attachments.reduce(
    (text, attachment, index) =>
      attachment.cid === ""
        ? text
        : text.replaceAll(
            `cid:${attachment.cid.replaceAll(/[<>]/g, "")}`,
            `/mail/${mail.id}/attachments/${index}`,
          ),
    mail.html,
  )
}

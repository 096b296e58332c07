/** What a mail consists of; both its text and its HTML are made from the same blocks. */
export type MailBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "facts"; rows: (readonly [label: string, value: string])[] }
  | { kind: "button"; label: string; url: string }
  | { kind: "code"; code: string }

export interface MailContent {
  title: string
  blocks: MailBlock[]
  /** Why the person gets this mail. */
  reason: string
}

/** @returns the same mail as plain text and as HTML that needs no outside file. */
export function composeMail(content: MailContent): { text: string; html: string } {
  return { text: composeText(content), html: composeHtml(content) }
}

function composeText({ title, blocks, reason }: MailContent): string {
  return [`${title}\n${"=".repeat(title.length)}`, ...blocks.map(textOf), `—\n${reason}`]
    .join("\n\n")
    .concat("\n")
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return block.text
    case "heading":
      return `${block.text}\n${"-".repeat(block.text.length)}`
    case "facts":
      return block.rows.map(([label, value]) => `${label}: ${value}`).join("\n")
    case "button":
      return `${block.label}:\n${block.url}`
    case "code":
      return `    ${block.code}`
    default:
      return block satisfies never
  }
}

const PAGE =
  "margin:0;background:#f6f2ea;color:#26231f;font-family:Inter,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5"
const SHEET = "max-width:560px;margin:0 auto;padding:32px 24px;background:#fffdf8"
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:8px;background:#b4381b;color:#ffffff;font-weight:600;text-decoration:none"
const CODE = "font-size:32px;letter-spacing:8px;font-weight:700;font-variant-numeric:tabular-nums"
const LABEL = "padding:6px 16px 6px 0;color:#6b655b;vertical-align:top;white-space:nowrap"
const VALUE = "padding:6px 0;font-variant-numeric:tabular-nums"
const SMALL = "margin-top:32px;color:#6b655b;font-size:13px"

function composeHtml({ title, blocks, reason }: MailContent): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="${PAGE}"><main style="${SHEET}">
<h1 style="font-size:24px;line-height:1.25;margin:0 0 16px">${escapeHtml(title)}</h1>
${blocks.map(htmlOf).join("\n")}
<p style="${SMALL}">${escapeHtml(reason)}</p>
</main></body></html>
`
}

function htmlOf(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escapeHtml(block.text).replaceAll("\n", "<br>")}</p>`
    case "heading":
      return `<h2 style="font-size:18px;margin:24px 0 8px">${escapeHtml(block.text)}</h2>`
    case "facts":
      return `<table role="presentation" style="border-collapse:collapse">${block.rows.map(rowOf).join("")}</table>`
    case "button":
      return `<p style="margin:24px 0"><a href="${escapeHtml(block.url)}" style="${BUTTON}">${escapeHtml(block.label)}</a></p>`
    case "code":
      return `<p style="${CODE}">${escapeHtml(block.code)}</p>`
    default:
      return block satisfies never
  }
}

function rowOf([label, value]: readonly [string, string]): string {
  return `<tr><td style="${LABEL}">${escapeHtml(label)}</td><td style="${VALUE}">${escapeHtml(value).replaceAll("\n", "<br>")}</td></tr>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

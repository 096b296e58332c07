import type { FastifyReply } from "fastify"
import { type Html, html } from "./html.ts"

type Page = { title: string; style: "sandbox" | "checkout"; body: Html }

/** Sends a whole page. Nothing is loaded from elsewhere and no script runs. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${page.style}.css">
</head>
<body>${page.body}</body>
</html>`
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'",
    )
    .header("cache-control", "no-store")
    .send(document.html)
}

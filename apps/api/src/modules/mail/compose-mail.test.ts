import { expect, test } from "vitest"
import { composeMail } from "./compose-mail.ts"

const content = {
  title: "You & <us>",
  blocks: [
    {
      kind: "facts",
      rows: [
        ["When", "6:00 PM PST"],
        ["Total", "$1,045.00"],
      ],
    },
    { kind: "button", label: "Manage", url: "https://x.example/party/a?b=1&c=2" },
  ],
  reason: "You booked a party.",
} as const

test("says the same in text and HTML, with money and time whole", () => {
  const { text, html } = composeMail({ ...content, blocks: [...content.blocks] } as never) // safe: only readonly is lost
  for (const part of [text, html]) {
    expect(part).toContain("6:00 PM PST")
    expect(part).toContain("$1,045.00")
    expect(part).toContain("You booked a party.")
  }
  expect(text).toContain("https://x.example/party/a?b=1&c=2")
})

test("lets no markup of a customer into the HTML", () => {
  const { html } = composeMail({ ...content, title: "<script>alert(1)</script>", blocks: [] })
  expect(html).not.toContain("<script>")
  expect(html).toContain("&lt;script&gt;")
})

/**
 * @param document records by heading, as the modules gave them.
 * @returns one page that a person can read and print; it needs no outside file.
 */
export function writePage(madeAt: string, document: Record<string, object[]>): string {
  const sections = Object.entries(document).filter(([, records]) => records.length > 0)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What we keep about you</title></head><body>
<h1>What we keep about you</h1>
<p>As of ${escapeHtml(madeAt)}.</p>
${sections.map(([title, records]) => section(title, records)).join("\n")}
</body></html>
`
}

function section(title: string, records: object[]): string {
  return `<h2>${escapeHtml(title)}</h2>\n${records.map(list).join("<hr>\n")}`
}

function list(record: object): string {
  const rows = Object.entries(record).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  )
  return `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(readable(name))}</dt><dd>${show(value)}</dd>`).join("")}</dl>`
}

function show(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? "none" : `<ul>${value.map((item) => `<li>${show(item)}</li>`).join("")}</ul>`
  if (typeof value === "object" && value !== null) return list(value)
  if (typeof value === "boolean") return value ? "yes" : "no"
  return escapeHtml(String(value)).replaceAll("\n", "<br>")
}

/** `howWeKnow` becomes "How we know". */
function readable(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, " $1").toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

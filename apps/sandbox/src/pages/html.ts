/** Text that is already HTML. */
export type Html = { readonly html: string }

type Part = Html | Html[] | string | number | false | null | undefined

/** Builds HTML; every value that is not HTML itself is escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings
    .map((string, index) => (index === 0 ? string : render(parts[index - 1]) + string))
    .join("")
  return { html: text }
}

function render(part: Part): string {
  if (part === false || part === null || part === undefined) return ""
  if (Array.isArray(part)) return part.map((entry) => entry.html).join("")
  return typeof part === "object" ? part.html : escapeHtml(String(part))
}

/** The text with the five characters that HTML gives a meaning replaced. */
function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  }
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character)
}

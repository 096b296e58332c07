import type { PolicyText } from "@myhibachi/contract/catalog"
import { compareParameters, compareTexts } from "./policy-parameters.ts"

type Compared = Pick<PolicyText, "key" | "title" | "text" | "parameters">

/** What differs between two versions of a rule: figures in plain words, then the sentences. */
export function PolicyDifference({ before, after }: { before: Compared; after: Compared }) {
  const figures = compareParameters(after.key, before.parameters, after.parameters)
  const { removed, added } = compareTexts(before.text, after.text)
  const isSame = before.title === after.title && figures.length + removed.length + added.length === 0
  if (isSame) return <p className="text-ink-soft">Nothing differs.</p>
  return (
    <ul className="flex flex-col gap-1">
      {before.title === after.title ? null : (
        <li>
          Title: “{before.title}” becomes “{after.title}”
        </li>
      )}
      {figures.map((change) => (
        <li key={change.what}>
          {change.what}: {change.before} becomes <strong>{change.after}</strong>
        </li>
      ))}
      {removed.map((sentence) => (
        <li key={`-${sentence}`}>
          <span className="text-bad">Taken out:</span> <del>{sentence}</del>
        </li>
      ))}
      {added.map((sentence) => (
        <li key={`+${sentence}`}>
          <span className="text-good">New:</span> <ins className="no-underline">{sentence}</ins>
        </li>
      ))}
    </ul>
  )
}

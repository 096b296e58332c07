/** Plain text; an empty line parts the paragraphs, lines that begin with a dash are a list. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((block) => {
    const lines = block.split("\n")
    if (lines.every((line) => /^[-•] /.test(line)))
      return (
        <ul key={block} className="mt-3 list-disc space-y-1 pl-5">
          {lines.map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
        </ul>
      )
    return (
      <p key={block} className="mt-3 whitespace-pre-line">
        {block}
      </p>
    )
  })
}

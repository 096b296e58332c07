import { readFileSync } from "node:fs"

/** Cases of a proof: the given files, or our own file in evaluation/data. @throws Error naming the line that is no JSON. */
export function readCases<Case>(files: readonly string[], own: string): Case[] {
  const paths = files.length > 0 ? files : [new URL(`../data/${own}`, import.meta.url)]
  return paths.flatMap((path) => {
    const lines = readFileSync(path, "utf8").split("\n")
    return lines.flatMap((line, at) => {
      if (line.trim() === "") return []
      try {
        return [JSON.parse(line) as Case] // safe: each proof reads only the fields of its documented format
      } catch (cause) {
        throw new Error(`${String(path)}, line ${at + 1}: not JSON`, { cause })
      }
    })
  })
}

// The fonts that every reader has know the characters of Windows-1252 beyond Latin-1.
const FURTHER = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")

/** @returns the text in the characters that the paper's fonts have; accents that they lack are left off. */
export function printable(text: string): string {
  return [...text.normalize("NFC").replaceAll(/[\u00a0\u2007\u202f]/g, " ")].map(printableCharacter).join("")
}

function printableCharacter(character: string): string {
  if (isKnown(character) || character === "\n") return character
  const [base = "?"] = character.normalize("NFD")
  return isKnown(base) ? base : (LETTERS[character] ?? "?")
}

const LETTERS: Readonly<Record<string, string>> = { ł: "l", Ł: "L", đ: "d", Đ: "D", "−": "-", "′": "'" }

function isKnown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa1 && code <= 0xff) || FURTHER.has(character)
}

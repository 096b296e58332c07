/**
 * Letters without their marks: "llegó" → "llego". The word boundary of a regular expression knows only ASCII, so a
 * pattern that ends in an accented letter would never match.
 */
export function foldAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'")
}

/** @returns a member's or state's name as words: `startsAt`, `needs_person`, `quote.price` → `Starts at`, …; sentences stay. */
export function readableName(name: string): string {
  const text = name.trim()
  const words = text.includes(" ")
    ? text
    : text
        .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
        .replaceAll(/[._:-]+/g, " ")
        .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

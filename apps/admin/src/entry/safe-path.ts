/** @returns the path to go on to after signing in; only a path of this site, so that nobody is led away. */
export function safePath(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\")) return "/"
  return next
}

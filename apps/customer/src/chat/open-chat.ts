const OPEN_EVENT = "myhibachi:open-chat"

/** Opens the chat from anywhere on the site; `draft` is put where one types, not sent. */
export function openChat(draft = ""): void {
  window.dispatchEvent(new CustomEvent<string>(OPEN_EVENT, { detail: draft }))
}

/** Runs `open` whenever something asks for the chat. @returns stops it. */
export function onOpenChat(open: (draft: string) => void): () => void {
  const listener = (event: Event) => {
    const draft: unknown = (event as CustomEvent).detail // safe: only openChat makes this event
    open(typeof draft === "string" ? draft : "")
  }
  window.addEventListener(OPEN_EVENT, listener)
  return () => window.removeEventListener(OPEN_EVENT, listener)
}

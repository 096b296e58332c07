/** Posts JSON to somebody's endpoint as the providers do; resolves with the status, 0 when nobody could be reached. */
export async function postMessage(
  url: string,
  payload: string,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<number> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body: payload,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    })
    await reply.arrayBuffer()
    return reply.status
  } catch {
    // An endpoint that cannot be reached counts as one that refuses.
    return 0
  }
}

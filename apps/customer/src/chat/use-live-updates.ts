import { useEffect, useState } from "react"

/** Listens to the conversation's stream while `token` is known. @returns whether the stream is open now. */
export function useLiveUpdates(token: string | undefined, onChange: () => void): boolean {
  const [isLive, setIsLive] = useState(false)
  useEffect(() => {
    if (!token) return
    const stream = new EventSource(`/api/v1/public/conversations/${token}/live`)
    stream.addEventListener("open", () => {
      setIsLive(true)
      // What came while the stream was away is read now.
      onChange()
    })
    stream.addEventListener("error", () => setIsLive(false))
    stream.addEventListener("message", onChange)
    stream.addEventListener("status", onChange)
    return () => {
      stream.close()
      setIsLive(false)
    }
  }, [token, onChange])
  return isLive
}

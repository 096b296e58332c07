"use client"

import { type QueryKey, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"

const GROUP_MS = 150

/**
 * Reads again what is open when the server says that it changed; hints that come close together are one.
 * @returns whether the stream is open; without it the lists are read again by time.
 */
export function useLive(path: string, kinds: readonly string[], keys: readonly QueryKey[]): boolean {
  const client = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const latest = useRef(keys)
  latest.current = keys
  const kindList = kinds.join(" ")
  useEffect(() => {
    const source = new EventSource(`/api${path}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        for (const queryKey of latest.current) void client.invalidateQueries({ queryKey })
      }, GROUP_MS)
    }
    source.onopen = () => {
      setIsOpen(true)
      // What happened while the stream was away.
      refresh()
    }
    source.onerror = () => setIsOpen(false)
    for (const kind of kindList.split(" ")) source.addEventListener(kind, refresh)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client, path, kindList])
  return isOpen
}

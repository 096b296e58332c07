"use client"

import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Search } from "lucide-react"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { useAddress } from "./use-address.ts"

/** The row above a list: search first, then filters. */
export function Filters({ children }: { children: ReactNode }) {
  return <div className="mb-4 flex flex-wrap items-center gap-3">{children}</div>
}

const PAUSE_MS = 250

/** Words to look for; they go into the address when the typing rests. `/` jumps here. */
export function SearchFilter({ label, name = "search" }: { label: string; name?: string }) {
  const address = useAddress()
  const inAddress = address.get(name)
  const [text, setText] = useState(inAddress)
  const box = useRef<HTMLInputElement>(null)
  const put = useRef(address.set)
  put.current = address.set
  const sent = useRef(inAddress)
  useEffect(() => {
    // The address changed by other hands, for example by a saved view: the box follows.
    if (inAddress !== sent.current) setText(inAddress)
    sent.current = inAddress
  }, [inAddress])
  useEffect(() => {
    if (text === inAddress) return
    const timer = setTimeout(() => {
      sent.current = text
      put.current({ [name]: text })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, inAddress, name])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || (event.target as HTMLElement).closest("input, textarea, select")) return
      event.preventDefault()
      box.current?.focus()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
  return (
    <span className="relative min-w-0 flex-1 basis-56 sm:max-w-sm">
      <Search aria-hidden className="pointer-events-none absolute top-3.5 left-3 size-4 text-ink-soft" />
      <Input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur()
        }}
        className="pl-9"
      />
    </span>
  )
}

interface ChoiceFilterProps {
  label: string
  name: string
  options: { value: string; label: string }[]
  /** The words for "no filter". */
  all: string
}

/** One of a few values, kept in the address. */
export function ChoiceFilter({ label, name, options, all }: ChoiceFilterProps) {
  const address = useAddress()
  return (
    <Select
      aria-label={label}
      value={address.get(name)}
      onChange={(event) => address.set({ [name]: event.currentTarget.value })}
      className="w-auto"
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

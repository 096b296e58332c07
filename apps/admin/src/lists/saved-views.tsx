"use client"

import { type SavedView, SavedViewList, type ViewedList } from "@myhibachi/contract/saved-views"
import { Button } from "@myhibachi/ui/button"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { usePathname, useRouter, useSearchParams } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { request } from "@/api/request.ts"
import { ManageViewsDialog } from "./manage-views.tsx"
import { SaveViewDialog } from "./save-view.tsx"

interface SavedViewsProps {
  list: ViewedList
  /** The names of the filters in the address that a view keeps. */
  names: readonly string[]
  /** The words for the list without filters. */
  all: string
}

/** Filters and order that were kept under a name: chosen here, saved here, the default one opened by itself. */
export function SavedViews({ list, names, all }: SavedViewsProps) {
  const router = useRouter()
  const pathname = usePathname()
  const parameters = useSearchParams()
  const [isManaging, setIsManaging] = useState(false)
  const views = useQuery({
    queryKey: ["saved-views", list],
    queryFn: () => request(SavedViewList, "/v1/saved-views", { query: { list } }),
  })
  const items = views.data?.items ?? []
  const filters = Object.fromEntries(
    names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name) ?? ""]] : [])),
  )
  const open = (view: Pick<SavedView, "filters"> | undefined) => {
    const text = new URLSearchParams(view?.filters).toString()
    router.replace(text ? `${pathname}?${text}` : pathname, { scroll: false })
  }
  useDefaultView(items, parameters.size === 0, open)
  const current = items.find((view) => isSame(view.filters, filters))
  const isFiltered = Object.keys(filters).length > 0
  return (
    <span className="flex flex-wrap items-center gap-2">
      {items.length > 0 ? (
        <Select
          aria-label="Saved views"
          className="w-auto"
          value={current?.id ?? (isFiltered ? "other" : "")}
          onChange={(event) => open(items.find(({ id }) => id === event.currentTarget.value))}
        >
          <option value="">{all}</option>
          {isFiltered && !current ? <option value="other">Not saved</option> : null}
          <Options views={items} />
        </Select>
      ) : null}
      {isFiltered && !current ? <SaveViewDialog list={list} filters={filters} /> : null}
      {items.some(({ isOwn }) => isOwn) ? (
        <Button variant="quiet" onClick={() => setIsManaging(true)}>
          Views…
        </Button>
      ) : null}
      <ManageViewsDialog
        list={list}
        views={items.filter(({ isOwn }) => isOwn)}
        isOpen={isManaging}
        onOpenChange={setIsManaging}
      />
    </span>
  )
}

function Options({ views }: { views: SavedView[] }) {
  const own = views.filter(({ isOwn }) => isOwn)
  const shared = views.filter(({ isOwn }) => !isOwn)
  return (
    <>
      {own.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {shared.length > 0 ? (
        <optgroup label="Shared with you">
          {shared.map(({ id, name, ownerName }) => (
            <option key={id} value={id}>
              {name} ({ownerName})
            </option>
          ))}
        </optgroup>
      ) : null}
    </>
  )
}

/** Who comes to the list without a wish gets the default view, once: taking the filters away stays possible. */
function useDefaultView(views: readonly SavedView[], isBare: boolean, open: (view: SavedView) => void): void {
  const isDecided = useRef(!isBare)
  const [first] = views.filter(({ isDefault }) => isDefault)
  useEffect(() => {
    if (isDecided.current || views.length === 0) return
    isDecided.current = true
    if (first) open(first)
  }, [views, first, open])
}

function isSame(left: Record<string, string>, right: Record<string, string>): boolean {
  const names = Object.keys(left)
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
}

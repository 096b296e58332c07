"use client"

import { type SearchFinding, SearchFindings } from "@myhibachi/contract/search"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { useMe } from "./me.tsx"
import { sectionsFor } from "./sections.ts"

export interface Finding {
  key: string
  title: string
  kind: string
  href: string
}

/** Looks for screens at once and, from two letters on, for the things that the person may read. */
export function useFindings(text: string): { findings: Finding[]; isSearching: boolean } {
  const { permissions } = useMe()
  const search = useQuery({
    queryKey: ["find", text],
    queryFn: ({ signal }) => findThings(text, signal),
    enabled: text.length >= 2,
    placeholderData: (previous) => previous,
  })
  const things = text.length >= 2 ? (search.data ?? []) : []
  return { findings: [...things, ...findScreens(text, permissions)], isSearching: search.isFetching }
}

function findScreens(text: string, permissions: readonly string[]): Finding[] {
  const wanted = text.toLowerCase()
  return sectionsFor(permissions)
    .flatMap((section) => section.screens.map((screen) => ({ section, screen })))
    .filter(({ section, screen }) =>
      `${section.title} ${screen.title} ${screen.words ?? ""}`.toLowerCase().includes(wanted),
    )
    .map(({ section, screen }) => ({
      key: screen.href.replaceAll("/", "-"),
      title: screen.title,
      kind: section.title === screen.title ? "Screen" : section.title,
      href: screen.href,
    }))
}

const hrefOf: Record<SearchFinding["kind"], (id: string) => string> = {
  customer: (id) => `/customers/${id}`,
  booking: (id) => `/bookings/${id}`,
  payment: (id) => `/money/${id}`,
  lead: (id) => `/customers/leads/${id}`,
  conversation: (id) => `/inbox?id=${id}`,
  article: (id) => `/assistant/knowledge/${id}`,
}
const kindTitle: Record<SearchFinding["kind"], string> = {
  customer: "Customer",
  booking: "Booking",
  payment: "Payment",
  lead: "Lead",
  conversation: "Conversation",
  article: "Article",
}

async function findThings(text: string, signal: AbortSignal): Promise<Finding[]> {
  const { items } = await request(SearchFindings, "/v1/search", { query: { text }, signal })
  return items.map(({ kind, id, title, detail }) => ({
    key: id,
    title: detail ? `${title}, ${detail}` : title,
    kind: kindTitle[kind],
    href: hrefOf[kind](id),
  }))
}

"use client"

import { BookingList } from "@myhibachi/contract/booking"
import { CustomerPage } from "@myhibachi/contract/customers"
import { useQuery } from "@tanstack/react-query"
import { ArticlePage, ConversationPage } from "@/api/pages.ts"
import { request } from "@/api/request.ts"
import { useMe } from "./me.tsx"
import { sectionsFor } from "./sections.ts"

export interface Finding {
  key: string
  title: string
  kind: string
  href: string
}

const LIMIT = 5

/** Looks for screens at once and, from two letters on, for the things that the person may read. */
export function useFindings(text: string): { findings: Finding[]; isSearching: boolean } {
  const { permissions } = useMe()
  const search = useQuery({
    queryKey: ["find", text],
    queryFn: ({ signal }) => findThings(text, permissions, signal),
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

async function findThings(
  text: string,
  permissions: readonly string[],
  signal: AbortSignal,
): Promise<Finding[]> {
  const options = { query: { search: text, limit: LIMIT }, signal }
  const when = <T>(permission: string, work: () => Promise<T[]>) =>
    permissions.includes(permission) ? work() : Promise.resolve<T[]>([])
  const groups = await Promise.allSettled([
    when("bookings:read", async () =>
      (await request(BookingList, "/v1/bookings", options)).items.map((booking) => ({
        key: booking.id,
        title: `${booking.reference} · ${booking.customerName}`,
        kind: "Booking",
        href: `/bookings/${booking.id}`,
      })),
    ),
    when("customers:read", async () =>
      (await request(CustomerPage, "/v1/customers", options)).items.map((customer) => ({
        key: customer.id,
        title: customer.name,
        kind: "Customer",
        href: `/customers/${customer.id}`,
      })),
    ),
    when("conversations:read", async () =>
      (await request(ConversationPage, "/v1/conversations", options)).items.map((conversation) => ({
        key: conversation.id,
        title: conversation.subject,
        kind: "Conversation",
        href: `/inbox?id=${conversation.id}`,
      })),
    ),
    when("conversations:read", async () =>
      (await request(ArticlePage, "/v1/knowledge/articles", options)).items.map((article) => ({
        key: article.id,
        title: article.title,
        kind: "Article",
        href: `/assistant/knowledge/${article.id}`,
      })),
    ),
  ])
  // One search that fails must not hide what the others found.
  return groups.flatMap((group) => (group.status === "fulfilled" ? group.value : []))
}

"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import type { z } from "zod"
import { type RequestOptions, request } from "@/api/request.ts"

const PAGE = 30

interface PagesOptions {
  refetchMs?: number
  isEnabled?: boolean
}

/** Reads a cursor list page by page; `items` are all rows read so far. */
export function usePages<Item>(
  schema: z.ZodType<{ items: Item[]; nextCursor: string | null }>,
  path: string,
  query: NonNullable<RequestOptions["query"]> = {},
  { refetchMs, isEnabled = true }: PagesOptions = {},
) {
  const pages = useInfiniteQuery({
    queryKey: [path, "pages", query],
    queryFn: ({ pageParam, signal }) =>
      request(schema, path, { query: { limit: PAGE, ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (previous) => previous,
    enabled: isEnabled,
    ...(refetchMs ? { refetchInterval: refetchMs } : {}),
  })
  return {
    items: pages.data?.pages.flatMap((page) => page.items),
    error: pages.error,
    isStale: pages.isPlaceholderData,
    retry: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    isReadingMore: pages.isFetchingNextPage,
    readMore: () => void pages.fetchNextPage(),
    updatedAt: pages.dataUpdatedAt,
  }
}
export type Pages<Item> = Omit<ReturnType<typeof usePages<Item>>, never>

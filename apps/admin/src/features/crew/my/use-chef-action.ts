"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

const MOST_TRIES = 3

interface Send {
  body?: unknown
  headers?: Record<string, string>
}

/**
 * One thing that a chef tells the office. The API takes a repetition for the same, so a bad network only means
 * trying again: by itself a few times, then by the button that stays.
 */
export function useChefAction(path: string, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, headers }: Send) =>
      request(z.undefined(), path, {
        method: "POST",
        ...(body === undefined ? {} : { body }),
        ...(headers ? { headers } : {}),
      }),
    retry: (count, error) => count < MOST_TRIES && error instanceof ApiProblem && error.status === 0,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["my"] })
      onDone?.()
    },
  })
}

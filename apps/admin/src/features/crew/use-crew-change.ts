"use client"

import { BookingCrew } from "@myhibachi/contract/assignments"
import type { Booking } from "@myhibachi/contract/booking"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

type CrewChange =
  | { verb: "fill" }
  | { verb: "assign"; chefId: string; replacesId?: string }
  | { verb: "unassign"; assignmentId: string }

/** Changes who cooks a party; a refusal is told in the API's words. */
export function useCrewChange(booking: Pick<Booking, "id">, success: string, onDone?: () => void) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: CrewChange) => send(booking.id, change),
    onSuccess: (crew) => {
      client.setQueryData(["booking", booking.id, "crew"], crew)
      tell({ title: success, state: "good" })
      onDone?.()
      const keys = [["booking", booking.id], ["tasks"], ["today"], ["open-crews"], ["chefs", "load"]]
      return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

function send(bookingId: string, change: CrewChange): Promise<BookingCrew> {
  const base = `/v1/bookings/${bookingId}`
  const headers = { "idempotency-key": crypto.randomUUID() }
  switch (change.verb) {
    case "fill":
      return request(BookingCrew, `${base}/auto-assign`, { method: "POST", headers })
    case "assign": {
      const { verb: _, ...body } = change
      return request(BookingCrew, `${base}/assignments`, { method: "POST", headers, body })
    }
    case "unassign":
      return request(BookingCrew, `${base}/assignments/${change.assignmentId}`, { method: "DELETE" })
    default:
      return change satisfies never
  }
}

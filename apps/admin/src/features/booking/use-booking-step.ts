"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { z } from "zod"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { bookingKeys } from "./booking-keys.ts"

interface BookingStep<T extends z.ZodType> {
  booking: Pick<Booking, "version">
  path: string
  reply: T
  method?: "POST" | "PATCH"
  /** The form says what was refused by itself; a message beside it would only cover its buttons. */
  isErrorInForm?: boolean
  /** Said when it is done. */
  done: string
  onDone?: () => void
}

/** One step in a booking's life: sent once, on the version that is shown; then all that shows the booking is read again. */
export function useBookingStep<T extends z.ZodType>({
  booking,
  path,
  reply,
  method = "POST",
  isErrorInForm = false,
  done,
  onDone,
}: BookingStep<T>) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: unknown) =>
      request(reply, path, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: { "idempotency-key": crypto.randomUUID(), "if-match": `"v${booking.version}"` },
      }),
    onSuccess: () => {
      onDone?.()
      tell({ title: done, state: "good" })
      return Promise.all(bookingKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => {
      if (!isErrorInForm) tell({ title: sentenceOf(error), state: "bad" })
    },
  })
}

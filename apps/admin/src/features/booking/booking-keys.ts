import type { QueryKey } from "@tanstack/react-query"

/** What a change of a booking makes old: the booking, lists of it, its money and the chefs' time. */
export const bookingKeys: QueryKey[] = [
  ["booking"],
  ["/v1/bookings"],
  ["/v1/payments"],
  ["today"],
  ["calendar"],
  ["tasks"],
]

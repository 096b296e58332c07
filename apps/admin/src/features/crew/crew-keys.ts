/** What is read again after chefs' time has changed. */
export const crewKeys = [
  ["chefs"],
  ["chef"],
  ["calendar"],
  ["closures"],
  ["/v1/time-off"],
  ["time-off"],
  ["bookings"],
  ["booking"],
]

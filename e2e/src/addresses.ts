// Other journeys may be under way on this machine: then say where these may have their five ports.
const first = Number(process.env.JOURNEYS_FIRST_PORT ?? 4310)

/** Ports of the product that the journeys start, beside the ones of a developer's own. */
export const PORTS = {
  api: first,
  customer: first + 1,
  admin: first + 2,
  sandbox: first + 3,
  sandboxMail: first + 4,
}

export const API = `http://localhost:${PORTS.api}`
export const CUSTOMER = `http://localhost:${PORTS.customer}`
export const ADMIN = `http://localhost:${PORTS.admin}`
export const SANDBOX = `http://localhost:${PORTS.sandbox}`

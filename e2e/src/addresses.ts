/** Ports of the product that the journeys start, beside the ones of a developer's own. */
export const PORTS = { api: 4310, customer: 4311, admin: 4312, sandbox: 4313, sandboxMail: 4314 }

export const API = `http://localhost:${PORTS.api}`
export const CUSTOMER = `http://localhost:${PORTS.customer}`
export const ADMIN = `http://localhost:${PORTS.admin}`
export const SANDBOX = `http://localhost:${PORTS.sandbox}`

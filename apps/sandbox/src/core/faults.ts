import type { Ids } from "./ids.ts"

export const vendors = [
  "openai",
  "anthropic",
  "mistral",
  "ollama",
  "stripe",
  "smtp",
  "maps",
  "caldav",
  "ringcentral",
] as const
export type Vendor = (typeof vendors)[number]

/** Faults of the line: the caller sees no proper reply. */
export const transportFaults = ["late", "down", "timeout", "rate_limited", "garbage", "lost"] as const
/** Faults of the model: the reply is well formed, its content is not. */
export const contentFaults = ["malformed", "wrong_number", "flattering", "injected", "empty"] as const

export type TransportFault = (typeof transportFaults)[number]
export type ContentFault = (typeof contentFaults)[number]
export type FaultKind = TransportFault | ContentFault

export type Fault = {
  id: string
  vendor: Vendor
  /** Only calls to this model; undefined means every model. */
  model?: string
  /** Only calls by this HTTP method; undefined means every method. */
  method?: string
  kind: FaultKind
  /** For `late`. */
  delayMs: number
  /** For `rate_limited`. */
  retryAfterSeconds: number
  /** Chance from 0 to 1 that a call is hit. */
  probability: number
  /** How many calls it still hits; undefined means until cleared. */
  callsLeft?: number
}

export type FaultRequest = Omit<Partial<Fault>, "id"> & { vendor: Vendor; kind: FaultKind }

export type Faults = {
  set(request: FaultRequest): Fault
  list(): Fault[]
  /** Removes one by id, all of a vendor, or all. */
  clear(which?: { id?: string; vendor?: Vendor }): void
  /** The faults that hit this call; counts them down. */
  strike(vendor: Vendor, model?: string, method?: string): Fault[]
}

/** A set of faults, empty at first. */
export function createFaults(ids: Ids): Faults {
  let faults: Fault[] = []
  const set = (request: FaultRequest): Fault => {
    const fault: Fault = {
      delayMs: 2000,
      retryAfterSeconds: 1,
      probability: 1,
      ...request,
      id: ids.next("fault_", 10),
    }
    faults.push(fault)
    return fault
  }
  const strike = (vendor: Vendor, model?: string, method?: string) => {
    const hit = faults.filter(
      (fault) => matches(fault, vendor, model, method) && ids.random() < fault.probability,
    )
    for (const fault of hit) if (fault.callsLeft !== undefined) fault.callsLeft -= 1
    faults = faults.filter((fault) => fault.callsLeft === undefined || fault.callsLeft > 0)
    return [...hit, ...faultsOfModelName(vendor, model)]
  }
  return {
    set,
    strike,
    list: () => faults.map((fault) => ({ ...fault })),
    clear: (which = {}) => {
      faults = faults.filter(
        (fault) =>
          (which.id !== undefined && fault.id !== which.id) ||
          (which.vendor !== undefined && fault.vendor !== which.vendor),
      )
    },
  }
}

/** The model's name without the faults written behind it: `gpt-4o+late:500` is `gpt-4o`. */
export function plainModel(model: string): string {
  return model.split("+")[0] ?? model
}

/** Whether the text names a fault. */
export function isFaultKind(text: string): text is FaultKind {
  return [...transportFaults, ...contentFaults].some((kind) => kind === text)
}

/** Whether the text names a vendor. */
export function isVendor(text: string): text is Vendor {
  return vendors.some((vendor) => vendor === text)
}

/** Whether the fault changes what a model says and not how the line behaves. */
export function isContentFault(kind: FaultKind): kind is ContentFault {
  return contentFaults.some((name) => name === kind)
}

function matches(fault: Fault, vendor: Vendor, model?: string, method?: string): boolean {
  if (fault.vendor !== vendor) return false
  if (fault.method !== undefined && fault.method !== method) return false
  return fault.model === undefined || (model !== undefined && plainModel(model) === fault.model)
}

function faultsOfModelName(vendor: Vendor, model = ""): Fault[] {
  return model
    .split("+")
    .slice(1)
    .flatMap((setting) => {
      const [kind = "", amount] = setting.split(":")
      if (!isFaultKind(kind)) return []
      const delayMs = amount === undefined ? 2000 : Number(amount)
      return [{ id: setting, vendor, kind, delayMs, retryAfterSeconds: 1, probability: 1 }]
    })
}

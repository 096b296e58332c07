import type {
  Export,
  ExportContent,
  ImportKind,
  ImportRowState,
  ImportState,
} from "@myhibachi/contract/exchange"
import type { BadgeState } from "@myhibachi/ui/badge"

export const kindTitle: Record<ImportKind, string> = {
  customers: "Customers",
  bookings: "Bookings",
  time_off: "Chefs' time off",
}

export const contentTitle: Record<ExportContent, string> = {
  customers: "Customers",
  bookings: "Bookings",
  payments: "Payments",
  ledger: "Ledger lines",
}

export const importState: Record<ImportState, { title: string; state: BadgeState }> = {
  reading: { title: "Coming in", state: "neutral" },
  checking: { title: "Being looked at", state: "caution" },
  checked: { title: "Looked at, nothing made yet", state: "caution" },
  running: { title: "At work", state: "caution" },
  stopping: { title: "Stopping", state: "caution" },
  stopped: { title: "Stopped", state: "bad" },
  done: { title: "Done", state: "good" },
  undoing: { title: "Being taken back", state: "caution" },
  undone: { title: "Taken back", state: "neutral" },
}

export const rowState: Record<ImportRowState, { title: string; state: BadgeState }> = {
  new: { title: "not looked at", state: "neutral" },
  ready: { title: "good", state: "good" },
  bad: { title: "to be mended", state: "bad" },
  working: { title: "at work", state: "caution" },
  created: { title: "made", state: "good" },
  existing: { title: "was there", state: "neutral" },
  refused: { title: "refused", state: "bad" },
  removed: { title: "taken back", state: "neutral" },
}

export const exportState: Record<Export["state"], { title: string; state: BadgeState }> = {
  running: { title: "Being written", state: "caution" },
  stopped: { title: "Stopped", state: "bad" },
  done: { title: "Ready", state: "good" },
  expired: { title: "No longer kept", state: "neutral" },
}

import type { Chef } from "@myhibachi/contract/crew"
import { DateText } from "@myhibachi/contract/time"
import { z } from "zod"
import { approveTimeOff, listChefs, requestTimeOff } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import type { ImportDefinition } from "./import-kind.ts"

const Row = z
  .object({
    chef: z.string().max(120),
    from: DateText,
    to: DateText,
    reason: z.string().max(200).default("Time off"),
  })
  .refine((row) => row.from <= row.to, { message: "The last day is before the first.", path: ["to"] })

export const timeOffImport: ImportDefinition = {
  kind: "time_off",
  permissions: ["crew:write"],
  mostRows: 10_000,
  isOneTransaction: false,
  columns: [
    {
      name: "chef",
      title: "Chef",
      isRequired: true,
      example: "Diego Whitlock",
      otherNames: ["name", "chef name"],
      remedy: "Write the chef's name as it stands under Crew.",
    },
    {
      name: "from",
      title: "First day",
      isRequired: true,
      example: "2026-12-24",
      otherNames: ["first day", "start"],
      remedy: "Write the day as YYYY-MM-DD.",
    },
    {
      name: "to",
      title: "Last day",
      isRequired: true,
      example: "2026-12-26",
      otherNames: ["last day", "end"],
      remedy: "Write the last day off as YYYY-MM-DD, the same as the first for one day.",
    },
    {
      name: "reason",
      title: "Reason",
      isRequired: false,
      example: "Holiday",
      remedy: "Use at most 200 characters.",
    },
  ],
  schema: Row,
  async identify(_ctx, cells) {
    return [cells.chef ?? "", cells.from ?? "", cells.to ?? ""]
  },
  async inspect(ctx, cells) {
    const found = await findChefs(ctx, cells.chef ?? "")
    if (found.length === 1) return []
    const detail = found.length === 0 ? "No chef has this name." : "Several chefs have this name."
    return [
      { column: "chef", detail, remedy: "Write the chef's name as it stands under Crew, or the chef's id." },
    ]
  },
  async commit(ctx, { cells, row: { progress }, remember }) {
    if (progress.timeOffId) return { state: "created", entityId: progress.timeOffId }
    const row = Row.parse(cells)
    const [chef] = await findChefs(ctx, row.chef)
    if (!chef) throw invalidField("/chef", "No chef has this name.", "chef-not-found")
    const asked = {
      chefId: chef.id,
      from: midnight(row.from, chef.timeZone, 0),
      to: midnight(row.to, chef.timeZone, 1),
      reason: row.reason || "Time off",
    }
    // Asked for, granted and remembered at once: a party in the way refuses it, and a killed process finds it again.
    return inTransaction(ctx, async (ctx) => {
      // First, as whoever stops the import does: behind the audit the two would wait for each other.
      await remember(ctx, {})
      const { id } = await requestTimeOff(ctx, asked)
      await approveTimeOff(ctx, { timeOffId: id, handovers: [] })
      await remember(ctx, { timeOffId: id })
      return { state: "created" as const, entityId: id }
    })
  },
}

async function findChefs(ctx: Context, name: string): Promise<Chef[]> {
  const wanted = name.trim().toLowerCase()
  return (await listChefs(ctx)).filter((chef) => chef.id === name || chef.name.toLowerCase() === wanted)
}

function midnight(date: string, timeZone: string, daysLater: number): string {
  return Temporal.PlainDate.from(date)
    .add({ days: daysLater })
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString()
}

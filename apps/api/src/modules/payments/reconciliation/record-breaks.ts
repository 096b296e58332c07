import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import { actorName, type Context } from "#platform/context.ts"
import type { Break } from "./compare-books.ts"
import { reconciliationBreaks, reconciliations } from "./tables.ts"

interface Found {
  runId: string
  day: string
  breaks: readonly Break[]
}

/**
 * Keeps what a run found, in the caller's transaction. What a person explained before, with the same amounts, is not
 * asked again; what earlier runs of the day had open is closed, because this run says how it stands now.
 * @returns how many are open.
 */
export async function recordBreaks(ctx: Context, { runId, day, breaks }: Found): Promise<number> {
  const explained = await readExplained(ctx, day)
  const open = breaks.filter((found) => !explained.has(fingerprint(found)))
  await closeEarlier(ctx, { runId, day, breaks: open })
  for (const found of open) {
    const described = { ...found, description: describe(found) }
    await ctx.db.insert(reconciliationBreaks).values({ ...described, id: ctx.newId("brk"), runId })
    await createTask(ctx, {
      kind: "payment",
      title: `The books of ${day} do not agree with the card provider`,
      detail: `${described.description} Look at the reconciliation ${runId} and say what it is.`,
      dueAt: ctx.now().add({ hours: 24 }),
      key: breakTaskKey(day, found.subject),
    })
  }
  return open.length
}

/** @returns the key of the task that a break makes, once for its day. */
export function breakTaskKey(day: string, subject: string): string {
  return `reconciliation:${day}:${subject}`
}

/** What closes a break that a later run looked at again. */
const AGREES_NOW = "It agrees now."
const FOUND_AGAIN = "A later run found it again."

async function closeEarlier(ctx: Context, { runId, day, breaks }: Found): Promise<void> {
  const earlier = await ctx.db
    .select({ id: reconciliationBreaks.id, subject: reconciliationBreaks.subject })
    .from(reconciliationBreaks)
    .innerJoin(reconciliations, eq(reconciliations.id, reconciliationBreaks.runId))
    .where(
      and(
        eq(reconciliations.day, day),
        ne(reconciliations.id, runId),
        isNull(reconciliationBreaks.resolvedAt),
      ),
    )
  const still = new Set(breaks.map(({ subject }) => subject))
  for (const { id, subject } of earlier) {
    const isBack = still.has(subject)
    await ctx.db
      .update(reconciliationBreaks)
      .set({
        resolvedAt: ctx.now(),
        resolvedBy: actorName(ctx.actor),
        resolution: isBack ? FOUND_AGAIN : AGREES_NOW,
      })
      .where(eq(reconciliationBreaks.id, id))
    if (!isBack) await completeTaskByKey(ctx, breakTaskKey(day, subject))
  }
}

async function readExplained(ctx: Context, day: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ found: reconciliationBreaks })
    .from(reconciliationBreaks)
    .innerJoin(reconciliations, eq(reconciliations.id, reconciliationBreaks.runId))
    .where(and(eq(reconciliations.day, day), isNotNull(reconciliationBreaks.resolvedAt)))
  const byPeople = rows.filter(
    ({ found }) => found.resolution !== AGREES_NOW && found.resolution !== FOUND_AGAIN,
  )
  return new Set(byPeople.map(({ found }) => fingerprint(found)))
}

function fingerprint({
  subject,
  thereCents,
  hereCents,
}: Pick<Break, "subject" | "thereCents" | "hereCents">) {
  return JSON.stringify([subject, thereCents, hereCents])
}

function describe({ kind, description, thereCents, hereCents }: Break): string {
  const there = formatMoney(usd(thereCents ?? 0))
  const here = formatMoney(usd(hereCents ?? 0))
  switch (kind) {
    case "missing-here":
      return `The provider moved ${there} (${description}); our books do not have it.`
    case "missing-there":
      return `Our books moved ${here} (${description}); the provider does not have it.`
    case "other-amount":
      return `The provider moved ${there} (${description}); our books say ${here}.`
    default:
      return kind satisfies never
  }
}

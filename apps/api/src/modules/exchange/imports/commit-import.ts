import type { Import, ImportState } from "@myhibachi/contract/exchange"
import { eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { requireAll } from "../require-permission.ts"
import { imports } from "../tables.ts"
import { readImport, requireImport } from "./find-imports.ts"
import { definitionOf } from "./import-kinds.ts"
import { hasRunner, stateNow } from "./import-runner.ts"
import { runImportJob } from "./run-import.ts"

/**
 * Starts, or goes on, to make the rows that are good.
 * @throws AppError "import-state", "import-stopping" (409), "permission-missing".
 */
export async function commitImport(ctx: Context, input: { importId: string }): Promise<Import> {
  return changeState(ctx, input.importId, {
    from: ["checked", "stopped"],
    to: "running",
    action: "import.committed",
  })
}

/** Halts the making; behind the row that is being made, when one is. @throws AppError "import-state" (409). */
export async function stopImport(ctx: Context, input: { importId: string }): Promise<Import> {
  return changeState(ctx, input.importId, { from: ["running"], to: "stopped", action: "import.stopped" })
}

/**
 * Takes back what the import made, where nothing depends on it yet.
 * @throws AppError "import-state", "import-stopping", "import-kept" (409).
 */
export async function undoImport(ctx: Context, input: { importId: string }): Promise<Import> {
  const { kind } = await requireImport(ctx, input.importId)
  if (!definitionOf(kind).takeBack) {
    throw new AppError(
      "conflict",
      "import-kept",
      "What this import made is taken back one by one, on its own page.",
    )
  }
  const from: ImportState[] = ["done", "stopped", "undone"]
  return changeState(ctx, input.importId, { from, to: "undoing", action: "import.undo-started" })
}

interface Change {
  from: ImportState[]
  to: "running" | "stopped" | "undoing"
  action: string
}

async function changeState(ctx: Context, importId: string, { from, to, action }: Change): Promise<Import> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for("update")
    if (!row) return requireImport(ctx, importId)
    requireAll(ctx, definitionOf(row.kind).permissions)
    const state = stateNow(row, ctx.now())
    if (!from.includes(state)) throw refusal(state)
    // Who is at a row finishes it first: the import is stopped when its runner says so.
    const next = to === "stopped" && hasRunner(row, ctx.now()) ? "stopping" : to
    await ctx.db.update(imports).set({ state: next }).where(eq(imports.id, importId))
    if (to !== "stopped") await ctx.services.jobs.enqueue(ctx, runImportJob, { importId })
    await audit(ctx, { action, entity: "import", entityId: importId })
  })
  return readImport(ctx, { importId })
}

function refusal(state: ImportState): AppError {
  if (state === "stopping") {
    return new AppError(
      "conflict",
      "import-stopping",
      "This import is finishing the row it is at; try again when it has stopped.",
    )
  }
  return new AppError("conflict", "import-state", `This import is ${state}; look at it again.`)
}

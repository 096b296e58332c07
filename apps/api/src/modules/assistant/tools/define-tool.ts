import type { z } from "zod"
import type { ConversationRow } from "#modules/conversations/index.ts"
import type { BusinessData } from "#modules/knowledge/index.ts"
import type { Context } from "#platform/context.ts"

/** What a tool may lean on besides its input. */
export interface ToolScope {
  conversation: ConversationRow
  business: BusinessData
  /** The customer who has proven who they are, or null. */
  customerId: string | null
}

/** A typed operation that an agent may call, with the customer's rights and never more. */
export interface Tool<I extends z.ZodType = z.ZodType, O = unknown> {
  name: string
  /** For models and for staff: what it gives and when to use it. */
  description: string
  /** A write is called only after the customer has said yes to it in words. */
  access: "read" | "write"
  needs: "nothing" | "identity"
  input: I
  run(ctx: Context, input: z.output<I>, scope: ToolScope): Promise<O>
}

/** @returns the tool with the types of its `run` inferred from its input. */
export function defineTool<I extends z.ZodType, O>(tool: Tool<I, O>): Tool<I, O> {
  return tool
}

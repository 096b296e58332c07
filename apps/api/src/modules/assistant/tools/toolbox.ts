import type { ToolCall } from "@myhibachi/contract/assistant"
import type { z } from "zod"
import type { Actor, Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import type { Tool, ToolScope } from "./define-tool.ts"

/** What a call gave: the output, or why it was refused, in words that may be said. */
export type ToolResult<O> = { ok: true; output: O } | { ok: false; error: AppError }

/** Calls tools for one turn and keeps what was called. The same read with the same input runs once. */
export class Toolbox {
  readonly calls: ToolCall[] = []
  readonly #ctx: Context
  readonly #scope: ToolScope
  readonly #known = new Map<string, Promise<ToolResult<unknown>>>()

  constructor(ctx: Context, scope: ToolScope, agent: string) {
    this.#ctx = ctx.as(actorOf(scope, agent))
    this.#scope = scope
  }

  /** @returns the output, or the refusal as an AppError; what is no AppError is a fault of ours and is thrown. */
  async call<I extends z.ZodType, O>(tool: Tool<I, O>, input: z.input<I>): Promise<ToolResult<O>> {
    if (tool.access === "write") return this.#run(tool, input)
    const key = `${tool.name} ${JSON.stringify(input)}`
    const known = this.#known.get(key) ?? this.#run(tool, input)
    this.#known.set(key, known)
    return known as Promise<ToolResult<O>> // safe: the key holds the tool's name
  }

  async #run<I extends z.ZodType, O>(tool: Tool<I, O>, input: z.input<I>): Promise<ToolResult<O>> {
    const startedAt = performance.now()
    const keep = (outcome: ToolCall["outcome"], output: unknown) =>
      this.calls.push({ tool: tool.name, input, outcome, output, ms: performance.now() - startedAt })
    try {
      requireIdentity(tool, this.#scope)
      const output = await tool.run(this.#ctx, tool.input.parse(input), this.#scope)
      keep("ok", output)
      return { ok: true, output }
    } catch (error) {
      if (!(error instanceof AppError)) {
        keep("failed", error instanceof Error ? error.name : "error")
        throw error
      }
      keep("refused", { code: error.code, message: error.message })
      return { ok: false, error }
    }
  }
}

function requireIdentity(tool: Tool, scope: ToolScope): void {
  if (tool.needs === "nothing" || scope.customerId) return
  throw new AppError(
    "forbidden",
    "identity-needed",
    "I can only talk about a booking with the person whose it is.",
  )
}

function actorOf(scope: ToolScope, agent: string): Actor {
  const { customerId, conversation } = scope
  return {
    kind: "agent",
    agent,
    onBehalfOf: customerId
      ? { kind: "customer", customerId, via: "conversation" }
      : { kind: "visitor", conversationId: conversation.id },
  }
}

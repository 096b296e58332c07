import type { z } from "zod"
import type { Context } from "#platform/context.ts"
import { defineJob, type JobDefinition } from "#platform/jobs/jobs.ts"

/** Something that happened in a module, told to later modules through the queue, in the same transaction. */
export interface EventDefinition<T> {
  name: string
  schema: z.ZodType<T>
}

export interface Subscription {
  event: string
  job: JobDefinition
}

const subscribers = new WeakMap<object, Map<string, JobDefinition[]>>()

/** @returns the definition, with its payload type inferred from the schema. */
export function defineEvent<T>(name: string, schema: z.ZodType<T>): EventDefinition<T> {
  return { name, schema }
}

/** @returns a subscription: one job for each event, run at least once. `name` is the subscriber's verb. */
export function on<T>(
  event: EventDefinition<T>,
  name: string,
  run: (ctx: Context, payload: T) => Promise<void>,
): Subscription {
  const job = defineJob({ name: `${event.name} → ${name}`, schema: event.schema, run })
  return { event: event.name, job: job as JobDefinition }
}

/** Registers the subscriptions of one application; `owner` is its job queue. */
export function registerSubscriptions(owner: object, subscriptions: Subscription[]): void {
  const byEvent = new Map<string, JobDefinition[]>()
  for (const { event, job } of subscriptions) byEvent.set(event, [...(byEvent.get(event) ?? []), job])
  subscribers.set(owner, byEvent)
}

/** Tells every subscriber, inside the caller's transaction. */
export async function publish<T>(ctx: Context, event: EventDefinition<T>, payload: T): Promise<void> {
  const { jobs } = ctx.services
  for (const job of subscribers.get(jobs)?.get(event.name) ?? []) await jobs.enqueue(ctx, job, payload)
}

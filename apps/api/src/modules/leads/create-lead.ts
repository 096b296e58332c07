import type { LeadSource } from "@myhibachi/contract/leads"
import { and, eq, inArray, or, sql } from "drizzle-orm"
import {
  addTimelineEntry,
  findCustomerByContact,
  isPerson,
  normaliseContact,
} from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { addStep, writeStep } from "./add-step.ts"
import { type LeadRow, leadMatters, leads } from "./tables.ts"

export interface NewLead {
  /** What it arises from; the same matter never makes a second lead. */
  matter: string
  source: LeadSource
  /** One sentence: how it arose. */
  because: string
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  wish?: string | undefined
  customerId?: string | undefined
  conversationId?: string | undefined
  quoteId?: string | undefined
  consent?: { words: string; at: string }
  /** Hours until somebody should do something. */
  actWithinHours: number
}

/** One end of the pipeline, so its writers queue: two causes at once must not make two leads of one person. */
const LEADS_LOCK = 7_240_002
const OPEN_STAGES = ["new", "contacted", "quoted"] as const

/**
 * Makes a lead, once for each matter; a person or conversation whose lead is open keeps that one, with a step
 * that says what was added. @throws AppError "phone-invalid".
 */
export async function createLead(ctx: Context, input: NewLead): Promise<{ id: string; isNew: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${LEADS_LOCK})`)
    const [known] = await ctx.db.select().from(leadMatters).where(eq(leadMatters.matter, input.matter))
    if (known) return { id: known.leadId, isNew: false }
    const contact = contactOf(input)
    const customerId = input.customerId ?? (await findCustomerByContact(ctx, contact))?.id ?? null
    const open = await findOpenLead(ctx, { ...contact, customerId, conversationId: input.conversationId })
    if (open) await enrich(ctx, open, input, customerId)
    const id = open?.id ?? (await insertLead(ctx, { ...input, ...contact }, customerId))
    await ctx.db.insert(leadMatters).values({ matter: input.matter, leadId: id })
    if (!open) await audit(ctx, { action: "lead.created", entity: "lead", entityId: id })
    return { id, isNew: !open }
  })
}

interface Traits {
  customerId: string | null
  conversationId?: string | undefined
  quoteId?: string | undefined
  email?: string | undefined
  phone?: string | undefined
}

/** @returns the open lead of this person or conversation. */
export async function findOpenLead(ctx: Context, traits: Traits): Promise<LeadRow | undefined> {
  const alike = [
    traits.customerId ? isPerson(leads.customerId, traits.customerId) : undefined,
    traits.conversationId ? eq(leads.conversationId, traits.conversationId) : undefined,
    traits.quoteId ? eq(leads.quoteId, traits.quoteId) : undefined,
    traits.email ? eq(leads.email, traits.email) : undefined,
    traits.phone ? eq(leads.phone, traits.phone) : undefined,
  ].filter((condition) => condition !== undefined)
  if (alike.length === 0) return undefined
  const [row] = await ctx.db
    .select()
    .from(leads)
    .where(and(inArray(leads.stage, [...OPEN_STAGES]), or(...alike)))
    .orderBy(leads.createdAt)
    .limit(1)
    .for("update")
  return row
}

function contactOf({ email, phone }: NewLead): { email?: string | undefined; phone?: string | undefined } {
  const keys = normaliseContact({ email, phone })
  const value = (kind: "email" | "phone") => keys.find((key) => key.kind === kind)?.value
  return { email: value("email"), phone: value("phone") }
}

async function enrich(ctx: Context, open: LeadRow, input: NewLead, customerId: string | null): Promise<void> {
  await addStep(ctx, open, input.because, {
    name: open.name ?? input.name ?? null,
    email: open.email ?? input.email ?? null,
    phone: open.phone ?? input.phone ?? null,
    wish: open.wish ?? input.wish ?? null,
    customerId: open.customerId ?? customerId,
    conversationId: open.conversationId ?? input.conversationId ?? null,
    quoteId: input.quoteId ?? open.quoteId,
    consent: open.consent ?? input.consent ?? null,
  })
}

async function insertLead(ctx: Context, input: NewLead, customerId: string | null): Promise<string> {
  const id = ctx.newId("led")
  await ctx.db.insert(leads).values({
    id,
    stage: "new",
    source: input.source,
    name: input.name ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    wish: input.wish ?? null,
    customerId,
    conversationId: input.conversationId ?? null,
    quoteId: input.quoteId ?? null,
    consent: input.consent ?? null,
    nextActionAt: ctx.now().add({ hours: input.actWithinHours }),
    createdAt: ctx.now(),
    changedAt: ctx.now(),
  })
  await writeStep(ctx, { id, stage: "new" }, input.because)
  if (customerId) {
    const about = { entity: "lead", entityId: id }
    await addTimelineEntry(ctx, { customerId, kind: "lead", title: input.because, ...about })
  }
  return id
}

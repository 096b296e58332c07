import { createHash } from "node:crypto"
import type { ChefFeed } from "@myhibachi/contract/chef-time"
import { eq, sql } from "drizzle-orm"
import ical from "ical-generator"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { signLink, verifyLink } from "#platform/http/links.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { readPartyEvents } from "../party-events.ts"
import { chefs } from "../tables.ts"
import { describeParty } from "./describe-party.ts"

const KEPT_DAYS = 30

/** @returns the address of a chef's private feed. @throws AppError "chef-not-found". */
export async function readFeedAddress(ctx: Context, input: { chefId: string }): Promise<ChefFeed> {
  return { url: addressOf(ctx, input.chefId, await readFeedVersion(ctx, input.chefId)) }
}

/** Makes a new address; the old one answers no more. @throws AppError "chef-not-found". */
export async function rotateFeed(ctx: Context, input: { chefId: string }): Promise<ChefFeed> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(chefs)
      .set({ feedVersion: sql`${chefs.feedVersion} + 1` })
      .where(eq(chefs.id, input.chefId))
      .returning({ version: chefs.feedVersion })
    if (!row) throw notFound("chef", input.chefId)
    await audit(ctx, { action: "chef.feed-rotated", entity: "chef", entityId: input.chefId })
    return { url: addressOf(ctx, input.chefId, row.version) }
  })
}

function addressOf(ctx: Context, chefId: string, version: number): string {
  const { API_URL, MYHIBACHI_SECRET } = ctx.services.config
  return `${API_URL}/v1/public/chef-feeds/${signLink(MYHIBACHI_SECRET, "chef-feed", chefId, version)}/feed.ics`
}

async function readFeedVersion(ctx: Context, chefId: string): Promise<number> {
  const [row] = await ctx.db.select({ version: chefs.feedVersion }).from(chefs).where(eq(chefs.id, chefId))
  if (!row) throw notFound("chef", chefId)
  return row.version
}

/**
 * Writes the chef's parties of the last month and of all time to come, without customers' money.
 * @returns RFC 5545 text, the same bytes until something changes, and its entity tag.
 * @throws AppError "link-invalid" for an address that was rotated away.
 */
export async function writeFeed(
  ctx: Context,
  input: { token: string },
): Promise<{ text: string; etag: string }> {
  const link = verifyLink(ctx.services.config.MYHIBACHI_SECRET, "chef-feed", input.token)
  if (!link || link.version !== (await readFeedVersion(ctx, link.id)))
    throw new AppError("not-found", "link-invalid", "This feed has a new address; ask for it.")
  const chef = await readChef(ctx, link.id)
  const endsAfter = ctx.now().subtract({ hours: KEPT_DAYS * 24 })
  const calendar = ical({
    name: `${chef.name}: parties`,
    prodId: { company: "MyHibachi", product: "crew", language: "EN" },
    // Instants in UTC are right on both sides of a change of the clocks, whatever zones the reader knows.
    timezone: "UTC",
  })
  for (const event of await readPartyEvents(ctx, { chefId: chef.id, endsAfter }))
    calendar.createEvent(describeParty(event, chef.timeZone))
  const text = calendar.toString()
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"` }
}

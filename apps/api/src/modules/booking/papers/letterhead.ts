import { readBusiness } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import type { Letterhead } from "#platform/documents/paper.ts"

/** @returns the business at the head of its papers. */
export async function readLetterhead(ctx: Context): Promise<Letterhead> {
  const { name, email, phone, website } = await readBusiness(ctx)
  return { name, lines: [phone, email, new URL(website).host] }
}

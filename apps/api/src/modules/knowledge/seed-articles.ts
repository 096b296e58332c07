import type { Context } from "#platform/context.ts"
import { SAMPLE_ARTICLES } from "./sample-articles.ts"
import { saveArticle } from "./save-article.ts"
import { articles } from "./tables.ts"

/** Writes the sample articles; does nothing when there is any article already. */
export async function seedArticles(ctx: Context): Promise<void> {
  const [existing] = await ctx.db.select({ id: articles.id }).from(articles).limit(1)
  if (existing) return
  for (const article of SAMPLE_ARTICLES)
    await saveArticle(ctx, { ...article, topics: [], status: "published" })
}

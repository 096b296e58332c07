import { Allergen, Menu } from "@myhibachi/contract/catalog"
import { LinkButton } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import type { Metadata } from "next"
import Link from "next/link"
import { read, readConfig } from "@/api/read.ts"
import { AllergenFilter } from "@/menu/allergen-filter.tsx"
import { MenuItemRow } from "@/menu/menu-item-row.tsx"
import { MENU_PARTS } from "@/menu/menu-words.ts"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = {
  title: "Menu and allergens",
  description: "What we cook, what is in it and what it adds to the price; filter by allergen.",
}

export default async function MenuPage({ searchParams }: PageProps) {
  const without = chosenAllergens((await searchParams).without)
  const [menu, config] = await Promise.all([
    read(Menu, "/v1/public/menu", { query: { without: without.join(",") } }),
    readConfig(),
  ])
  return (
    <>
      <PageHeading title="What do we eat?">
        Every guest chooses {config.parameters.guests.proteinsPerGuest} proteins; sides and sauces come with
        every plate. Allergens are worked out from the ingredients.
      </PageHeading>
      <AllergenFilter allergens={menu.allergens} without={without} />
      <ul className="mt-6 space-y-1 rounded-card bg-caution-soft p-4 text-sm">
        {menu.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {menu.items.length === 0 ? (
        <EmptyState
          title="No dish is free of all of these."
          action={
            <LinkButton asChild variant="secondary">
              <Link href="/menu">Show all dishes</Link>
            </LinkButton>
          }
        >
          Ask us in the chat: a person can say what the chef can do.
        </EmptyState>
      ) : (
        <div className="mt-8 grid gap-x-12 gap-y-10 md:grid-cols-2">
          {MENU_PARTS.map((part) => {
            const items = menu.items.filter((item) => item.kind === part.kind)
            return items.length === 0 ? null : (
              <section key={part.kind} aria-label={part.title}>
                <h2 className="border-b-2 border-ink pb-2 text-xl font-semibold">{part.title}</h2>
                <ul className="divide-y divide-line">
                  {items.map((item) => (
                    <MenuItemRow key={item.sku} item={item} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      )}
    </>
  )
}

function chosenAllergens(value: string | string[] | undefined): Allergen[] {
  const names = (Array.isArray(value) ? value.join(",") : (value ?? "")).split(",")
  return Allergen.options.filter((allergen) => names.includes(allergen))
}

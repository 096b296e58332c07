"use client"

import { type MenuItem, MenuItemKind } from "@myhibachi/contract/catalog"
import { StaffMenu, type StaffMenuItem } from "@myhibachi/contract/menu-editing"
import { Badge } from "@myhibachi/ui/badge"
import { classNames } from "@myhibachi/ui/class-names"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { ArchiveDialog } from "./archive-dialog.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { allergenTitle, itemKindTitle, unitTitle } from "./catalog-words.ts"
import { DishDialog } from "./dish-dialog.tsx"

/** @returns every dish, archived ones last. */
export function useMenu() {
  return useQuery({ queryKey: catalogKeys.menu, queryFn: () => request(StaffMenu, "/v1/menu-items") })
}

/** What we cook, of what, and the allergens that follow from the ingredients. */
export function MenuView() {
  const menu = useMenu()
  const mayWrite = useMay("catalog:write")
  return (
    <>
      <PageHeader
        title="Menu"
        detail="Allergens follow from the ingredients; nobody types them"
        actions={mayWrite ? <DishDialog /> : null}
      />
      <Loaded query={menu} lines={10}>
        {(data) => (
          <div className="flex flex-col gap-10">
            {MenuItemKind.options.map((kind) => (
              <KindTable
                key={kind}
                title={itemKindTitle[kind]}
                items={data.items.filter((item) => item.kind === kind && !item.isArchived)}
              />
            ))}
            <KindTable title="Off the menu" items={data.items.filter(({ isArchived }) => isArchived)} />
            <ul className="list-disc pl-5 text-ink-soft">
              {data.notices.map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </>
  )
}

function KindTable({ title, items }: { title: string; items: StaffMenuItem[] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <Table label={title} className={classNames(stacked, "md:table-fixed")}>
        <thead>
          <tr>
            <HeaderCell className="w-1/4">Dish</HeaderCell>
            <HeaderCell>Of</HeaderCell>
            <HeaderCell className="w-1/4">Allergens</HeaderCell>
            <HeaderCell isNumber className="w-40">
              Price
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.sku} item={item} />
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function ItemRow({ item }: { item: StaffMenuItem }) {
  const mayChange = useMay("catalog:write") && !item.isArchived
  return (
    <Row>
      <Cell>
        <span className="font-medium">{item.name}</span>{" "}
        {item.isVegan ? <Badge>Vegan</Badge> : item.isVeganOnRequest ? <Badge>Vegan on request</Badge> : null}
        <span className="block text-sm text-ink-soft">{item.description}</span>
        {mayChange ? (
          <span className="mt-2 flex flex-wrap gap-2">
            <DishDialog dish={item} />
            <ArchiveDialog dish={item} />
          </span>
        ) : null}
      </Cell>
      <Cell className="text-sm max-md:basis-full">
        {item.ingredients
          .map((part) => (part.isRemovable ? `${part.name} (can be left out)` : part.name))
          .join(", ")}
      </Cell>
      <Cell>
        <Allergens item={item} />
      </Cell>
      <Cell isNumber>
        {item.price ? (
          <>
            <MoneyText money={item.price} />{" "}
            <span className="text-sm text-ink-soft">{unitTitle[item.unit]}</span>
          </>
        ) : (
          <span className="text-ink-soft">included</span>
        )}
      </Cell>
    </Row>
  )
}

function Allergens({ item }: { item: MenuItem }) {
  if (item.allergens.length === 0) return <span className="text-sm text-ink-soft">none of ours</span>
  return (
    <ul className="flex flex-wrap gap-1">
      {item.allergens.map((allergen) => (
        <li key={allergen}>
          <Badge state={item.allergensOnRequest.includes(allergen) ? "bad" : "caution"}>
            {allergenTitle[allergen]}
            {item.allergensOnRequest.includes(allergen) ? "" : ", can be left out"}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

"use client"

import { Button } from "@myhibachi/ui/button"
import { classNames } from "@myhibachi/ui/class-names"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useRef } from "react"
import { Failure, Lines } from "./loaded.tsx"
import { stacked } from "./stacked.ts"
import { useListKeys } from "./use-list-keys.ts"
import type { Pages } from "./use-pages.ts"

export interface Column<Item> {
  title: string
  cell: (item: Item) => ReactNode
  isNumber?: boolean
  /** Left out on a phone. */
  isExtra?: boolean
  className?: string
}

interface ListTableProps<Item> {
  label: string
  pages: Pages<Item>
  columns: [Column<Item>, ...Column<Item>[]]
  keyOf: (item: Item) => string
  /** Where a row leads; the first column carries the link. */
  hrefOf?: (item: Item) => string
  empty: { title: string; detail: string }
}

/** A list over pages: rows by keyboard (`j k enter`), more on demand, and a word for every other state. */
export function ListTable<Item>(props: ListTableProps<Item>) {
  const { pages, empty } = props
  if (pages.items === undefined) {
    return pages.error ? <Failure error={pages.error} onRetry={pages.retry} /> : <Lines count={8} />
  }
  if (pages.items.length === 0) return <EmptyState title={empty.title}>{empty.detail}</EmptyState>
  return (
    <div className={classNames("transition-opacity duration-150", pages.isStale && "opacity-60")}>
      <Rows {...props} items={pages.items} />
      <More pages={pages} />
    </div>
  )
}

function Rows<Item>({ label, items, columns, keyOf, hrefOf }: ListTableProps<Item> & { items: Item[] }) {
  const router = useRouter()
  const body = useRef<HTMLTableSectionElement>(null)
  const active = useListKeys({
    count: hrefOf ? items.length : 0,
    open: (index) => {
      const item = items[index]
      if (item !== undefined && hrefOf) router.push(hrefOf(item))
    },
  })
  useEffect(() => {
    if (active >= 0) body.current?.rows[active]?.scrollIntoView({ block: "nearest" })
  }, [active])
  return (
    <Table label={label} className={stacked}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell
              key={column.title}
              isNumber={column.isNumber ?? false}
              className={classNames("first:pl-2 last:pr-2", column.isExtra && "hidden md:table-cell")}
            >
              {column.title}
            </HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item, index) => (
          <Row
            key={keyOf(item)}
            isSelected={index === active}
            className={hrefOf ? "relative hover:bg-sunken" : ""}
          >
            <Cells item={item} columns={columns} href={hrefOf?.(item)} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

interface CellsProps<Item> {
  item: Item
  columns: Column<Item>[]
  href: string | undefined
}

function Cells<Item>({ item, columns, href }: CellsProps<Item>) {
  return columns.map((column, place) => (
    <Cell
      key={column.title}
      isNumber={column.isNumber ?? false}
      className={classNames(
        "md:first:pl-2 md:last:pr-2",
        // Stronger than the stacked row, which makes every cell a block.
        column.isExtra && "max-md:hidden!",
        column.className,
      )}
    >
      {place === 0 && href ? <RowLink href={href}>{column.cell(item)}</RowLink> : column.cell(item)}
    </Cell>
  ))
}

function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium after:absolute after:inset-0">
      {children}
    </Link>
  )
}

/** Reads the next page, and says when there is none. */
export function More<Item>({ pages }: { pages: Pages<Item> }) {
  if (!pages.hasMore) return null
  return (
    <div className="flex justify-center py-6">
      <Button variant="secondary" size="small" isBusy={pages.isReadingMore} onClick={pages.readMore}>
        Show more
      </Button>
    </div>
  )
}

import { LINE, type Paper, SOFT, SUNKEN } from "./paper.ts"

/** Names and what they are, two pairs beside each other. */
export function drawFacts(paper: Paper, facts: readonly (readonly [name: string, value: string])[]): void {
  const gap = 24
  const width = (paper.width - gap) / 2
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2)
    const height = Math.max(...pair.map(([, value]) => paper.measure(value, width))) + 14
    paper.keep(height)
    pair.forEach(([name, value], place) => {
      const x = paper.left + place * (width + gap)
      paper.write(name, x, paper.y, width, { size: 8, color: SOFT })
      paper.write(value, x, paper.y + 11, width)
    })
    paper.skip(height + 6)
  }
}

export interface TableColumn {
  title: string
  /** A share of the paper's width. */
  share: number
  isNumber?: boolean
}

export interface TableRow {
  cells: string[]
  /** Under the first cell, smaller. */
  detail?: string
  isStrong?: boolean
}

/** Rows under headings; a row is never parted by the end of a page, and the headings come again on the next. */
export function drawTable(paper: Paper, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  drawHeadings(paper, columns)
  for (const row of rows) {
    const before = paper.y
    const height = rowHeight(paper, columns, row)
    paper.keep(height)
    if (paper.y < before) drawHeadings(paper, columns)
    drawRow(paper, columns, row)
    paper.skip(height)
    paper.rule(LINE, 0.5)
  }
}

function drawHeadings(paper: Paper, columns: readonly TableColumn[]): void {
  paper.keep(40)
  paper.area(18, SUNKEN)
  places(paper, columns).forEach(({ x, width }, index) => {
    const column = columns[index]
    paper.write(column?.title ?? "", x, paper.y + 5, width, {
      size: 8,
      isBold: true,
      color: SOFT,
      align: column?.isNumber ? "right" : "left",
    })
  })
  paper.skip(18)
}

const PADDING = 6

function rowHeight(paper: Paper, columns: readonly TableColumn[], row: TableRow): number {
  const heights = places(paper, columns).map(({ width }, index) =>
    paper.measure(row.cells[index] ?? "", width, { isBold: row.isStrong ?? false }),
  )
  const [first] = places(paper, columns)
  const detail = row.detail && first ? paper.measure(row.detail, first.width, { size: 8.5 }) : 0
  heights[0] = (heights[0] ?? 0) + detail
  return Math.max(...heights) + 2 * PADDING - 2
}

function drawRow(paper: Paper, columns: readonly TableColumn[], row: TableRow): void {
  const isBold = row.isStrong ?? false
  places(paper, columns).forEach(({ x, width }, index) => {
    const text = row.cells[index] ?? ""
    const align = columns[index]?.isNumber ? "right" : "left"
    paper.write(text, x, paper.y + PADDING, width, { isBold, align })
    if (index === 0 && row.detail) {
      const y = paper.y + PADDING + paper.measure(text, width, { isBold })
      paper.write(row.detail, x, y, width, { size: 8.5, color: SOFT })
    }
  })
}

/** Where each column's text begins, with air between the columns. */
function places(paper: Paper, columns: readonly TableColumn[]): { x: number; width: number }[] {
  const air = 8
  let x = paper.left
  return columns.map(({ share }) => {
    const width = share * paper.width
    const place = { x: x + air / 2, width: width - air }
    x += width
    return place
  })
}

/** Sums under a table, at its right; the last one counts. */
export function drawTotals(paper: Paper, totals: readonly (readonly [name: string, amount: string])[]): void {
  const width = paper.width * 0.46
  const x = paper.left + paper.width - width
  const nameWidth = width * 0.62
  paper.keep(totals.length * 18 + 24)
  paper.skip(8)
  totals.forEach(([name, amount], index) => {
    const isLast = index === totals.length - 1
    const style = { size: isLast ? 13 : 10, isBold: isLast }
    if (isLast) paper.area(26, SUNKEN, x, width)
    const y = paper.y + (isLast ? 7 : 2)
    paper.write(name, x + 8, y, nameWidth - 8, style)
    paper.write(amount, x + nameWidth, y, width - nameWidth - 8, { ...style, align: "right" })
    paper.skip(isLast ? 30 : paper.measure(name, nameWidth - 8, style) + 5)
  })
}

import PDFDocument from "pdfkit"
import type { Temporal } from "#platform/time.ts"
import { printable } from "./printable.ts"

export const INK = "#221f1c"
export const SOFT = "#5d564e"
export const LINE = "#d9d2c5"
export const EMBER = "#b23c0b"
export const BAD = "#ab1230"
export const SUNKEN = "#f6f2ea"

const REGULAR = "Helvetica"
const BOLD = "Helvetica-Bold"
const MARGIN = 54
const FOOTER_HEIGHT = 40

/** Who a paper comes from. */
export interface Letterhead {
  name: string
  lines: string[]
}

export interface PaperOptions {
  title: string
  /** Of what the paper shows, so that the same content is the same file, byte for byte. */
  createdAt: Temporal.Instant
  letterhead: Letterhead
  /** At the foot of every page. */
  footer: string
}

interface TextStyle {
  size?: number
  isBold?: boolean
  color?: string
  align?: "left" | "right"
  /** An address that a click opens. */
  link?: string
}

/** One sheet after another in US letter size: text flows down and starts a page when it must. */
export class Paper {
  readonly #document: PDFKit.PDFDocument
  readonly left = MARGIN
  readonly width: number

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document
    this.width = document.page.width - 2 * MARGIN
  }

  get y(): number {
    return this.#document.y
  }

  /** Moves down by so many points. */
  skip(points: number): void {
    this.#document.y += points
  }

  /** Starts a page when less than so many points are left on this one. */
  keep(points: number): void {
    const bottom = this.#document.page.height - MARGIN - FOOTER_HEIGHT
    if (this.#document.y + points > bottom) this.#document.addPage()
  }

  /** @returns the height in points that the text takes. */
  measure(text: string, width: number, style: TextStyle = {}): number {
    this.#use(style)
    return this.#document.heightOfString(printable(text), { width, lineGap: 2 })
  }

  /** Writes at a place of its own; the flow goes on where it was. */
  write(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    const before = this.#document.y
    this.#use(style)
    this.#document.text(printable(text), x, y, {
      width,
      lineGap: 2,
      align: style.align ?? "left",
      ...(style.link ? { link: style.link } : {}),
    })
    this.#document.x = this.left
    this.#document.y = before
  }

  /** A paragraph over the whole width. */
  text(text: string, style: TextStyle = {}): void {
    const height = this.measure(text, this.width, style)
    this.keep(Math.min(height, 120))
    this.write(text, this.left, this.y, this.width, style)
    this.skip(height)
  }

  heading(text: string): void {
    this.keep(96)
    this.skip(14)
    this.text(text, { size: 12, isBold: true })
    this.skip(4)
  }

  rule(color = LINE, thickness = 0.75): void {
    this.#document
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke()
  }

  /** A filled area behind what is written next. */
  area(height: number, color: string, x = this.left, width = this.width): void {
    this.#document.rect(x, this.y, width, height).fill(color)
  }

  #use({ size = 10, isBold = false, color = INK }: TextStyle): void {
    this.#document
      .font(isBold ? BOLD : REGULAR)
      .fontSize(size)
      .fillColor(color)
  }
}

/** Draws a PDF. The same options and drawing give the same bytes. @returns the file. */
export async function drawPaper(options: PaperOptions, draw: (paper: Paper) => void): Promise<Buffer> {
  const created = new Date(options.createdAt.epochMilliseconds)
  const document = new PDFDocument({
    size: "LETTER",
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: "en-US",
    displayTitle: true,
    info: {
      Title: printable(options.title),
      Author: printable(options.letterhead.name),
      CreationDate: created,
      ModDate: created,
    },
  })
  const finished = collect(document)
  const paper = new Paper(document)
  drawLetterhead(paper, options.letterhead)
  draw(paper)
  drawFooters(document, paper, options.footer)
  document.end()
  return finished
}

async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of document) chunks.push(chunk as Buffer) // safe: pdfkit writes bytes
  return Buffer.concat(chunks)
}

function drawLetterhead(paper: Paper, { name, lines }: Letterhead): void {
  const { left, width, y } = paper
  paper.write(name, left, y, width / 2, { size: 18, isBold: true, color: EMBER })
  const small = { size: 9, color: SOFT, align: "right" as const }
  lines.forEach((line, index) => {
    paper.write(line, left + width / 2, y + index * 12, width / 2, small)
  })
  paper.skip(Math.max(26, lines.length * 12 + 4))
  paper.rule(EMBER, 1.5)
  paper.skip(18)
}

function drawFooters(document: PDFKit.PDFDocument, paper: Paper, footer: string): void {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    // Below the margin pdfkit would start another page for the footer.
    document.page.margins.bottom = 0
    const y = document.page.height - MARGIN - 6
    const style = { size: 8, color: SOFT }
    paper.write(footer, paper.left, y, paper.width - 70, style)
    paper.write(`Page ${page - start + 1} of ${count}`, paper.left + paper.width - 70, y, 70, {
      ...style,
      align: "right",
    })
  }
}

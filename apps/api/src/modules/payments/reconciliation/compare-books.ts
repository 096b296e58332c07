import type { BreakKind } from "@myhibachi/contract/reconciliation"

/** What one side says about one subject: a payment with its fee, a refund, a payout. */
export interface Statement {
  subject: string
  /** What the balance at the provider gained by it, after its fee. */
  cents: number
  description: string
  providerReference: string | null
  paymentId: string | null
}

export interface Break {
  kind: BreakKind
  subject: string
  thereCents: number | null
  hereCents: number | null
  description: string
  providerReference: string | null
  paymentId: string | null
}

/** Adds what is said about one subject in several parts. */
export function sumBySubject(statements: readonly Statement[]): Map<string, Statement> {
  const sums = new Map<string, Statement>()
  for (const statement of statements) {
    const known = sums.get(statement.subject)
    sums.set(statement.subject, known ? { ...known, cents: known.cents + statement.cents } : statement)
  }
  return sums
}

/** @returns what does not agree among the subjects, in their order. */
export function compareBooks(
  subjects: Iterable<string>,
  there: ReadonlyMap<string, Statement>,
  here: ReadonlyMap<string, Statement>,
): Break[] {
  return [...subjects].flatMap((subject) => {
    const kind = breakKind(there.get(subject)?.cents, here.get(subject)?.cents)
    return kind ? [toBreak(kind, subject, there.get(subject), here.get(subject))] : []
  })
}

function breakKind(there: number | undefined, here: number | undefined): BreakKind | null {
  if (there === here) return null
  if (here === undefined) return "missing-here"
  return there === undefined ? "missing-there" : "other-amount"
}

function toBreak(kind: BreakKind, subject: string, there?: Statement, here?: Statement): Break {
  const told = there ?? here
  return {
    kind,
    subject,
    thereCents: there?.cents ?? null,
    hereCents: here?.cents ?? null,
    description: told?.description ?? subject,
    providerReference: there?.providerReference ?? null,
    paymentId: there?.paymentId ?? here?.paymentId ?? null,
  }
}

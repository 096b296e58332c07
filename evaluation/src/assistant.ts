import { join } from "node:path"
import { type AssistantCase, type Judgement, judge, readCases } from "./assistant-cases.ts"
import { type Played, playCase } from "./assistant-play.ts"
import { openWorld } from "./assistant-world.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"

/**
 * The second file holds three batches written after the first file was right. At their first run with every seat
 * down 80, 71 and 87 % were right; what they showed has been mended since, so they no longer tell how unseen
 * messages fare.
 */
const OWN_CASES = ["assistant.jsonl", "assistant-held-out.jsonl"].map((file) =>
  join(import.meta.dirname, "../data", file),
)
const WITH_SEATS = 0.9
const WITHOUT_SEATS = 0.8

export interface PlayedCase extends Judgement {
  one: AssistantCase
  played: Played | null
}

/** Customer messages over all categories, through the HTTP chat, with and without models. */
export const assistant: Proof = {
  name: "assistant",
  shows:
    "Customer messages over all categories are answered with the facts that must, and none that must not, appear.",
  target: "≥ 90 % right with the sandbox's seats, ≥ 80 % with every seat down",
  run: async (options) => {
    const all = readCases(options.cases.length > 0 ? options.cases : OWN_CASES)
    const cases = options.quick ? sample(all, 30, options.seed) : all
    const down = await runCases(cases, false, options)
    const seated = await runCases(cases, true, options)
    return [
      {
        what: "cases",
        value: cases.length,
        mustBe: options.quick || options.cases.length > 0 ? "" : "≥ 120",
        holds: options.quick || options.cases.length > 0 || cases.length >= 120,
      },
      ...figuresOf("seats", seated, WITH_SEATS),
      ...figuresOf("every seat down", down, WITHOUT_SEATS),
      ...sideFigures(seated),
    ]
  },
}

/** Plays every case and judges it; a case that breaks is one that fails. */
export async function runCases(
  cases: readonly AssistantCase[],
  hasSeats: boolean,
  options: Pick<ProofOptions, "progress">,
): Promise<PlayedCase[]> {
  const world = await openWorld({ hasSeats })
  const results: PlayedCase[] = []
  try {
    for (const [index, one] of cases.entries()) {
      if (index % 20 === 0)
        options.progress(`${hasSeats ? "with seats" : "every seat down"}: ${index} of ${cases.length}`)
      const result = await playOne(world, one)
      if (!result.passes) options.progress(`${one.id}: ${result.faults.join("; ")}`)
      results.push(result)
    }
  } finally {
    await world.close()
  }
  return results
}

async function playOne(
  world: Awaited<ReturnType<typeof openWorld>>,
  one: AssistantCase,
): Promise<PlayedCase> {
  try {
    const played = await playCase(world, one)
    return { one, played, ...judge(one, played.answer, played.isEscalated) }
  } catch (error) {
    return {
      one,
      played: null,
      passes: false,
      faults: [`broke: ${error instanceof Error ? error.message : String(error)}`],
    }
  }
}

/** Every n-th case from the seed on, so that all categories stay in. */
function sample(cases: AssistantCase[], count: number, seed: number): AssistantCase[] {
  const step = Math.max(1, Math.floor(cases.length / count))
  return cases.filter((_one, index) => index % step === seed % step).slice(0, count)
}

function figuresOf(name: string, results: PlayedCase[], least: number): Figure[] {
  const categories = [...new Set(results.map((result) => result.one.category))].sort()
  const share = (some: PlayedCase[]) =>
    some.filter((result) => result.passes).length / Math.max(1, some.length)
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`
  return [
    {
      what: `right, ${name}`,
      value: percent(share(results)),
      mustBe: `≥ ${least * 100} %`,
      holds: share(results) >= least,
    },
    ...categories.map((category) => {
      const some = results.filter((result) => result.one.category === category)
      return {
        what: `right, ${name}, ${category} (${some.length})`,
        value: percent(share(some)),
        mustBe: "",
        holds: true,
      }
    }),
  ]
}

function sideFigures(results: PlayedCase[]): Figure[] {
  const asked = results.filter((result) => (result.one.accept_agents ?? []).length > 0 && result.played)
  const agents = asked.filter((result) =>
    result.one.accept_agents?.includes(result.played?.agent ?? ""),
  ).length
  const categories = results.filter((result) => result.played?.category === result.one.category).length
  const percent = (count: number, of: number) => (of === 0 ? "–" : `${((count / of) * 100).toFixed(1)} %`)
  return [
    { what: "agent accepted", value: percent(agents, asked.length), mustBe: "", holds: true },
    { what: "category equal", value: percent(categories, results.length), mustBe: "", holds: true },
  ]
}

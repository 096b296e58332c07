import type { Import } from "@myhibachi/contract/exchange"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { TestApplication } from "#platform/testing/application.ts"
import { ImportBench, partiesFile, partyLine, standStillInNextRow } from "../testing/import-bench.ts"
import { runImportJob } from "./run-import.ts"

let bench: ImportBench
let app: TestApplication
beforeAll(async () => {
  bench = await ImportBench.start()
  app = bench.app
})
afterAll(() => app.close())

test("a stopped import makes nothing more until it is told to go on", async () => {
  const dispatcher = await bench.signIn("dispatcher")
  const file =
    "chef;from;to;reason\nDiego Whitlock;2026-12-24;2026-12-26;Holiday\nNobody;2026-12-24;2026-12-24;\n"
  const { id, counts } = await bench.upload(dispatcher, "time_off", file)
  expect(counts).toMatchObject({ ready: 1, bad: 1 })
  await dispatcher("POST", `/v1/imports/${id}/commit`)
  expect((await dispatcher("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopped" })
  await app.drain()
  expect((await bench.rowsOf(dispatcher, id)).map(({ state }) => state)).toEqual(["ready", "bad"])
  expect((await bench.run(dispatcher, id, "commit")).state).toBe("done")
  expect((await bench.rowsOf(dispatcher, id)).map(({ state }) => state)).toEqual(["created", "bad"])
})

test("an import that is told to stop has stopped when its runner is through with its row, and not before", async () => {
  const owner = await bench.signIn("owner")
  const date = "2026-12-15"
  const file = partiesFile(
    partyLine("hal", { date, time: "12:00" }),
    partyLine("ida", { date, time: "18:00" }),
  )
  const { id } = await bench.upload(owner, "bookings", file)
  const stateOf = async () => ((await owner("GET", `/v1/imports/${id}`)).json() as Import).state
  await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const first = runImportJob.run(app.ctx(), { importId: id })
  await row.reached
  expect((await owner("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopping" })
  const early = await owner("POST", `/v1/imports/${id}/commit`)
  expect({ status: early.status, code: early.json().code }).toEqual({ status: 409, code: "import-stopping" })
  // The queue delivers at least once: a second runner leaves the row alone.
  await runImportJob.run(app.ctx(), { importId: id })
  expect(await stateOf()).toBe("stopping")
  row.goOn()
  await first
  expect(await stateOf()).toBe("stopped")
  expect((await bench.rowsOf(owner, id)).map(({ state }) => state)).toEqual(["created", "ready"])
  expect(await bench.run(owner, id, "commit")).toMatchObject({ state: "done", counts: { created: 2 } })
  expect(await bench.partiesOf(["hal", "ida"])).toEqual(["hal", "ida"])
})

test("a runner that was taken for dead writes nothing when it wakes up: the one in its place has made the row", async () => {
  const owner = await bench.signIn("owner")
  const date = "2026-12-16"
  const { id } = await bench.upload(owner, "bookings", partiesFile(partyLine("jan", { date })))
  await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const paused = runImportJob.run(app.ctx(), { importId: id })
  await row.reached
  app.clock.advance({ minutes: 2 })
  expect((await owner("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopped" })
  expect(await bench.run(owner, id, "commit")).toMatchObject({ state: "done", counts: { created: 1 } })
  row.goOn()
  await paused
  expect(await bench.rowsOf(owner, id)).toMatchObject([{ state: "created" }])
  expect(await bench.partiesOf(["jan"])).toEqual(["jan"])
})

test("two files with the same party at the same moment: it is made once, and the second file finds it", async () => {
  const owner = await bench.signIn("owner")
  const kim = partyLine("kim", { date: "2026-12-17" })
  const one = await bench.upload(owner, "bookings", partiesFile(kim))
  const two = await bench.upload(
    owner,
    "bookings",
    partiesFile(kim, partyLine("lou", { date: "2026-12-18" })),
  )
  for (const { id } of [one, two]) await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const first = runImportJob.run(app.ctx(), { importId: one.id })
  await row.reached
  await runImportJob.run(app.ctx(), { importId: two.id })
  expect(await bench.read(owner, two.id)).toMatchObject({ state: "running", counts: { ready: 2 } })
  row.goOn()
  await first
  app.clock.advance({ seconds: 5 })
  await runImportJob.run(app.ctx(), { importId: two.id })
  expect(await bench.rowsOf(owner, two.id)).toMatchObject([{ state: "existing" }, { state: "created" }])
  expect(await bench.partiesOf(["kim", "lou"])).toEqual(["kim", "lou"])
})

test("a party whose making was cut off in another file that was stopped is refused until that file went on", async () => {
  const owner = await bench.signIn("owner")
  const max = partyLine("max", { date: "2026-12-19" })
  const { id } = await bench.upload(owner, "bookings", partiesFile(max))
  await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const cutOff = runImportJob.run(app.ctx(), { importId: id })
  await row.reached
  app.clock.advance({ minutes: 2 })
  expect((await owner("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopped" })
  const other = await bench.upload(
    owner,
    "bookings",
    partiesFile(max, partyLine("ned", { date: "2026-12-20" })),
  )
  expect((await bench.run(owner, other.id, "commit")).counts).toMatchObject({ created: 1, refused: 1 })
  const [refused] = await bench.rowsOf(owner, other.id)
  expect(refused?.problems[0]?.detail).toBe(
    "Line 2 of bookings.csv says the same and was cut off while it was made.",
  )
  expect(await bench.run(owner, id, "commit")).toMatchObject({ state: "done", counts: { created: 1 } })
  row.goOn()
  await cutOff
  expect(await bench.partiesOf(["max", "ned"])).toEqual(["max", "ned"])
})

test("a long file is made by short jobs one after the other, each of which leaves the rest to the next", async () => {
  const dispatcher = await bench.signIn("dispatcher")
  const day = (row: number) => new Date(Date.UTC(2027, 0, 1 + row)).toISOString().slice(0, 10)
  const lines = Array.from({ length: 60 }, (_, row) => `Hana Okafor;${day(row)};${day(row)};Away`)
  const { id } = await bench.upload(dispatcher, "time_off", `chef;from;to;reason\n${lines.join("\n")}\n`)
  await dispatcher("POST", `/v1/imports/${id}/commit`)
  await runImportJob.run(app.ctx(), { importId: id })
  const half: Import = (await dispatcher("GET", `/v1/imports/${id}`)).json()
  expect(half).toMatchObject({ state: "running", counts: { created: 50, ready: 10 } })
  await app.drain()
  const done: Import = (await dispatcher("GET", `/v1/imports/${id}`)).json()
  expect(done).toMatchObject({ state: "done", counts: { created: 60, ready: 0, existing: 0 } })
})

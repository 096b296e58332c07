import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { acquireLock } from "#platform/database/lock.ts"

const NO_PROCESS = "999999999"

function lockPath(): string {
  return join(mkdtempSync(join(tmpdir(), "myhibachi-lock-")), "database.lock")
}

test("a second process cannot open the data folder", () => {
  const path = lockPath()
  const release = acquireLock(path)
  expect(() => acquireLock(path)).toThrow(`in use by process ${process.pid}`)
  release()
  acquireLock(path)()
})

test("the lock of a killed process is taken over", () => {
  const path = lockPath()
  writeFileSync(path, NO_PROCESS)
  acquireLock(path)()
})

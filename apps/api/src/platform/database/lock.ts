import { readFileSync, rmSync, writeFileSync } from "node:fs"

/**
 * Takes the folder for this process; PGlite itself would let two processes write to one folder.
 * @returns the function that gives it back. @throws Error naming the process that holds it.
 */
export function acquireLock(path: string): () => void {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
      const holder = Number(readFileSync(path, "utf8"))
      if (isRunning(holder)) {
        throw new Error(
          `The data folder is in use by process ${holder}. Stop it first, or set MYHIBACHI_DATA_DIR to another folder.`,
        )
      }
      rmSync(path, { force: true }) // its process was killed and could not do it
    }
  }
  throw new Error(`The lock ${path} could not be taken.`)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

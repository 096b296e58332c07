import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./settings.ts"

export type Site = "customer" | "admin"

/** Builds the site when its sources have changed since its last build. @returns whether it was built. */
export async function buildSite(site: Site, environment: Record<string, string>): Promise<boolean> {
  const stamp = join(ROOT, "apps", site, ".next", "source-hash")
  const wanted = hashOf([join(ROOT, "apps", site), join(ROOT, "packages"), join(ROOT, "package-lock.json")])
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false
  await runBuild(site, environment)
  writeFileSync(stamp, wanted)
  return true
}

function runBuild(site: Site, environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: join(ROOT, "apps", site),
    env: { ...environment, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString()
  })
  return new Promise((built, failed) => {
    child.once("exit", (code) => {
      if (code === 0) built()
      else failed(new Error(`The ${site} site does not build:\n${output.slice(-3000)}`))
    })
  })
}

const IGNORED = new Set(["node_modules", ".next", "next-env.d.ts", "tsconfig.tsbuildinfo"])

function hashOf(paths: string[]): string {
  const hash = createHash("sha256")
  for (const path of paths) addToHash(hash, path)
  return hash.digest("hex")
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  if (statSync(path).isFile()) {
    hash.update(path.slice(ROOT.length)).update(readFileSync(path))
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!IGNORED.has(name)) addToHash(hash, join(path, name))
  }
}

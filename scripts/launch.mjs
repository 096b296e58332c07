// Plain JavaScript on purpose: it runs under whatever Node (20 or newer) the machine has, installs the
// dependencies when they are missing or old, and hands over to the Node 24 that comes with them.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const stampFile = join(root, "node_modules", ".installed-lockfile")
const COMMANDS = ["start", "reset", "test", "check", "proof", "generate", "journeys", "format"]

const [command, ...args] = process.argv.slice(2)
if (!COMMANDS.includes(command)) stop(`Unknown command ${command}; known are ${COMMANDS.join(", ")}.`)
if (Number(process.versions.node.split(".")[0]) < 20)
  stop(`Node ${process.versions.node} is too old; install Node 20 or newer.`)

install()
run(newNode())

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return
  console.log("Installing dependencies (once, about a minute) …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  // Not `npm ci`: it fails when a registry lacks another platform's build of an optional package.
  // `--no-save` keeps to the lockfile and leaves it as it is.
  const args = ["install", "--no-save", "--ignore-scripts", "--loglevel=error", "--no-fund", "--no-audit"]
  const result = spawnSync(npm, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" })
  if (result.status !== 0)
    stop(
      "npm install failed (see above). Check the connection to the package registry and run the command again.",
    )
  writeFileSync(stampFile, wanted)
}

function newNode() {
  const executable = process.platform === "win32" ? "node.exe" : join("bin", "node")
  const platform = process.platform === "win32" ? "win" : process.platform
  const bundled = join(root, "node_modules", `node-${platform}-${process.arch}`, executable)
  if (existsSync(bundled)) return bundled
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath
  return stop(
    `No Node 24 comes with the packages for ${process.platform}-${process.arch}; install Node 24 and run the command again.`,
  )
}

function run(node) {
  const child = spawn(node, [join(root, "scripts", `${command}.ts`), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` },
  })
  // Ctrl-C reaches the child by itself; this process only has to outlive it.
  process.on("SIGINT", () => {})
  process.on("SIGTERM", () => child.kill("SIGTERM"))
  process.on("SIGHUP", () => child.kill("SIGTERM"))
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function stop(reason) {
  console.error(reason)
  process.exit(1)
}

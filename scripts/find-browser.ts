import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { ROOT } from "./settings.ts"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"]
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]
const PACKAGE = "@sparticuz/chromium@153.0.0"

export interface Browser {
  path: string
  /** What the browser needs in its environment, for example bundled libraries. */
  environment: Record<string, string>
}

/** Finds a Chromium, or installs one: from the system's packages as root, else from the npm registry. Says what it does. */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return { path: given, environment: {} }
  const found = installedBrowser()
  if (found) return { path: found, environment: {} }
  if (process.platform === "linux" && process.getuid?.() === 0 && installWithApt()) {
    const installed = installedBrowser()
    if (installed) return { path: installed, environment: {} }
  }
  return installWithNpm()
}

function installedBrowser(): string | undefined {
  for (const name of NAMES) {
    const result = spawnSync("which", [name], { encoding: "utf8" })
    if (result.status === 0) return result.stdout.trim()
  }
  return PLACES.find((place) => existsSync(place))
}

function installWithApt(): boolean {
  if (spawnSync("which", ["apt-get"]).status !== 0) return false
  console.log("No Chromium found; installing it from the system's packages (about half a minute) …")
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env: environment })
  return (
    spawnSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
      { stdio: "ignore", env: environment },
    ).status === 0
  )
}

async function installWithNpm(): Promise<Browser> {
  const folder = join(ROOT, ".build", "browser")
  const library = join(folder, "node_modules/@sparticuz/chromium/build/index.js")
  if (!existsSync(library)) {
    console.log("No Chromium found; installing one from the npm registry (about 70 MB) …")
    const result = spawnSync(
      "npm",
      ["install", "--no-save", "--ignore-scripts", "--loglevel=error", "--prefix", folder, PACKAGE],
      { stdio: "inherit" },
    )
    if (result.status !== 0)
      throw new Error("No browser could be installed. Install Chromium or set CHROMIUM_PATH to one.")
  }
  // The package unpacks the libraries that a bare machine lacks only where it believes to be in that environment.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x"
  const { default: chromium } = (await import(pathToFileURL(library).href)) as {
    default: { executablePath(): Promise<string> }
  }
  const path = await chromium.executablePath()
  return { path, environment: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "" } }
}

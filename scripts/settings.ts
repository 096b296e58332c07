import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

export const ROOT = resolve(import.meta.dirname, "..")

export interface Ports {
  api: number
  customer: number
  admin: number
  sandbox: number
  sandboxMail: number
}

export interface Settings {
  ports: Ports
  dataDir: string
  isProduction: boolean
  /** What every child process gets. */
  environment: Record<string, string>
}

/**
 * Reads .env and the environment and fills in what a machine without accounts needs.
 * In production nothing is filled in: a missing key means that the capability is off.
 */
export function readSettings(): Settings {
  const file = join(ROOT, ".env")
  if (existsSync(file)) process.loadEnvFile(file)
  const dataDir = resolve(ROOT, process.env.MYHIBACHI_DATA_DIR ?? ".data")
  const ports: Ports = {
    api: port("API_PORT", 4000),
    customer: port("CUSTOMER_PORT", 3000),
    admin: port("ADMIN_PORT", 3100),
    sandbox: port("SANDBOX_PORT", 4100),
    sandboxMail: port("SANDBOX_SMTP_PORT", 4125),
  }
  const isProduction = process.env.MYHIBACHI_ENVIRONMENT === "production"
  const filled = isProduction ? {} : { ...sandboxSettings(ports), MYHIBACHI_SECRET: secretOf(dataDir) }
  const given = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ""),
  )
  return {
    ports,
    dataDir,
    isProduction,
    environment: { ...addresses(ports, dataDir), ...filled, ...given } as Record<string, string>,
  }
}

function port(name: string, fallback: number): number {
  const text = process.env[name]
  if (text === undefined || text === "") return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new Error(`${name} is ${text}; it must be a port from 1 to 65535.`)
  return value
}

function addresses(ports: Ports, dataDir: string): Record<string, string> {
  return {
    MYHIBACHI_DATA_DIR: dataDir,
    API_PORT: String(ports.api),
    API_URL: `http://localhost:${ports.api}`,
    CUSTOMER_URL: `http://localhost:${ports.customer}`,
    ADMIN_URL: `http://localhost:${ports.admin}`,
    NEXT_TELEMETRY_DISABLED: "1",
  }
}

function sandboxSettings(ports: Ports): Record<string, string> {
  const sandbox = `http://127.0.0.1:${ports.sandbox}`
  const webhookSecret = "whsec_sandbox_only_no_real_money"
  return {
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.sandboxMail),
    SANDBOX_STRIPE_WEBHOOK_URL: `http://127.0.0.1:${ports.api}/v1/webhooks/stripe`,
    SANDBOX_STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_SECRET_KEY: "sk_test_sandbox",
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: sandbox,
    OPENAI_API_KEY: "sandbox",
    OPENAI_BASE_URL: `${sandbox}/openai/v1`,
    ANTHROPIC_API_KEY: "sandbox",
    ANTHROPIC_BASE_URL: `${sandbox}/anthropic/v1`,
    MISTRAL_API_KEY: "sandbox",
    MISTRAL_BASE_URL: `${sandbox}/mistral/v1`,
    OLLAMA_BASE_URL: `${sandbox}/ollama/api`,
    GOOGLE_MAPS_API_KEY: "sandbox",
    GOOGLE_GEOCODING_URL: sandbox,
    GOOGLE_ROUTES_URL: sandbox,
    RINGCENTRAL_CLIENT_ID: "sandbox",
    RINGCENTRAL_CLIENT_SECRET: "sandbox",
    RINGCENTRAL_JWT: "sandbox",
    RINGCENTRAL_NUMBER: "+15105550100",
    RINGCENTRAL_WEBHOOK_TOKEN: "sandbox_only_no_real_texts",
    RINGCENTRAL_SERVER_URL: sandbox,
    SMTP_URL: `smtp://127.0.0.1:${ports.sandboxMail}`,
  }
}

/** The secret that signs links and sessions on this machine; made once and kept with the data. */
function secretOf(dataDir: string): string {
  const file = join(dataDir, "secret")
  if (existsSync(file)) return readFileSync(file, "utf8")
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString("base64url")
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}

import type { SandboxOptions } from "./sandbox.ts"

/** Reads the settings; the only reader of the environment. @throws Error naming the setting that is wrong */
export function readConfig(env: NodeJS.ProcessEnv): SandboxOptions {
  const dataDir = env.SANDBOX_DATA_DIR
  const publicUrl = env.SANDBOX_PUBLIC_URL?.replace(/\/$/, "")
  return {
    port: readPort(env, "SANDBOX_PORT", 4100),
    smtpPort: readPort(env, "SANDBOX_SMTP_PORT", 4125),
    seed: env.SANDBOX_SEED ?? "sandbox",
    ...(dataDir ? { dataDir } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...readWebhook(env),
  }
}

function readWebhook(env: NodeJS.ProcessEnv): Pick<SandboxOptions, "stripeWebhook"> {
  const url = env.SANDBOX_STRIPE_WEBHOOK_URL
  const secret = env.SANDBOX_STRIPE_WEBHOOK_SECRET
  if (!url && !secret) return {}
  if (!url || !secret) {
    throw new Error("SANDBOX_STRIPE_WEBHOOK_URL and SANDBOX_STRIPE_WEBHOOK_SECRET must be set together.")
  }
  if (!URL.canParse(url)) throw new Error("SANDBOX_STRIPE_WEBHOOK_URL is not a URL.")
  return { stripeWebhook: { url, secret } }
}

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const port = Number(env[name] ?? fallback)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} must be a port, 0 to 65535.`)
  return port
}

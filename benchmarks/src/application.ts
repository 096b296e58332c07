import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Pool } from "pg"
import { type Application, createApplication } from "../../apps/api/src/app.ts"
import { readConfig } from "../../apps/api/src/config.ts"
import type { Providers } from "../../apps/api/src/platform/context.ts"
import { openDatabase } from "../../apps/api/src/platform/database/open.ts"
import { silentLogger } from "../../apps/api/src/platform/log.ts"
import { type Clock, systemClock } from "../../apps/api/src/platform/time.ts"
import { createProviders } from "../../apps/api/src/providers.ts"
import { createSandbox } from "../../apps/sandbox/src/sandbox.ts"

export interface MeasuredApplication extends Application {
  /** Milliseconds since its start during which at least one provider was being waited for. */
  providerMs(): number
  pool: Pool
}

/** Starts the API as the product runs it, embedded database in its own process, providers in the sandbox. */
export async function startMeasuredApplication(
  environment: Record<string, string> = {},
  clock?: Clock,
): Promise<MeasuredApplication> {
  const folder = mkdtempSync(join(tmpdir(), "myhibachi-measured-"))
  const sandbox = await createSandbox({ port: 0, smtpPort: 0, seed: "measured" })
  const config = readConfig({
    MYHIBACHI_SECRET: "measured-measured-measured-measured",
    MYHIBACHI_DATA_DIR: folder,
    RATE_LIMIT_FACTOR: "1000000",
    LOG_LEVEL: "silent",
    ...sandboxEnvironment(sandbox.url, sandbox.smtpPort),
    ...environment,
  })
  const database = await openDatabase(config, silentLogger)
  const stopwatch = new WaitStopwatch()
  const providers = stopwatch.around(
    createProviders(config, { pool: database.primary, clock: clock ?? systemClock }),
  )
  const application = await createApplication({
    config,
    database,
    providers,
    log: silentLogger,
    hasDocumentation: false,
    ...(clock ? { clock } : {}),
  })
  application.warmUp()
  return {
    ...application,
    pool: database.primary,
    providerMs: () => stopwatch.totalMs,
    close: async () => {
      await application.close()
      await database.close()
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Adds up the time in which calls to providers were under way; calls side by side count once. */
class WaitStopwatch {
  totalMs = 0
  #underWay = 0
  #since = 0

  around(providers: Providers): Providers {
    const wrapped = Object.entries(providers).map(([name, provider]) => [
      name,
      this.#wrap(provider as object),
    ])
    return Object.fromEntries(wrapped) as Providers // safe: the same members, each behind a proxy
  }

  #wrap(provider: object): object {
    return new Proxy(provider, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key)
        return typeof member === "function"
          ? (...args: unknown[]) => this.#measure(member.apply(target, args))
          : member
      },
    })
  }

  #measure(result: unknown): unknown {
    if (!(result instanceof Promise)) return result
    if (this.#underWay === 0) this.#since = performance.now()
    this.#underWay += 1
    return result.finally(() => {
      this.#underWay -= 1
      if (this.#underWay === 0) this.totalMs += performance.now() - this.#since
    })
  }
}

function sandboxEnvironment(url: string, smtpPort: number): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: "sk_test_sandbox",
    STRIPE_WEBHOOK_SECRET: "whsec_sandbox_only_no_real_money",
    STRIPE_API_URL: url,
    OPENAI_API_KEY: "sandbox",
    OPENAI_BASE_URL: `${url}/openai/v1`,
    ANTHROPIC_API_KEY: "sandbox",
    ANTHROPIC_BASE_URL: `${url}/anthropic/v1`,
    MISTRAL_API_KEY: "sandbox",
    MISTRAL_BASE_URL: `${url}/mistral/v1`,
    GOOGLE_MAPS_API_KEY: "sandbox",
    GOOGLE_GEOCODING_URL: url,
    GOOGLE_ROUTES_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  }
}

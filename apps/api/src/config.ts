import { z } from "zod"

const Port = z.coerce.number().int().min(1).max(65_535)
const Url = z.url({ protocol: /^https?$/ })
const Secret = z.string().min(32, "must have at least 32 characters")

/** `Zelle: pay@example.com; Check: payable to …`, read as names and what to do. */
const PaymentWays = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(";")
      .map((way) => way.trim())
      .filter((way) => way !== "")
      .map((way) => {
        const colon = way.indexOf(":")
        return { name: way.slice(0, Math.max(0, colon)).trim(), how: way.slice(colon + 1).trim() }
      }),
  )
  .refine(
    (ways) => ways.every(({ name, how }) => name !== "" && how !== ""),
    "write each way as its name, a colon and what to do, with semicolons between them",
  )

const Environment = z.object({
  MYHIBACHI_ENVIRONMENT: z.enum(["development", "production"]).default("development"),
  MYHIBACHI_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  MYHIBACHI_DATA_DIR: z.string().min(1).default(".data"),
  MYHIBACHI_SECRET: Secret,
  HOST: z.string().default("127.0.0.1"),
  TRUSTED_PROXIES: z.string().min(1).default("loopback"),
  API_PORT: Port.default(4000),
  API_URL: Url.default("http://localhost:4000"),
  CUSTOMER_URL: Url.default("http://localhost:3000"),
  ADMIN_URL: Url.default("http://localhost:3100"),
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  DATABASE_REPLICA_URLS: z.string().default(""),
  DATABASE_SOCKET: z.string().optional(),
  REDIS_URL: z.string().startsWith("redis").optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  OTEL_EXPORTER_OTLP_ENDPOINT: Url.optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().int().min(1).default(1),
  METRICS_TOKEN: z.string().min(16).optional(),
  PAYMENTS_PROVIDER: z.enum(["stripe", "manual"]).default("stripe"),
  MANUAL_PAYMENT_WAYS: PaymentWays,
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_URL: Url.default("https://api.stripe.com"),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: Url.default("https://api.openai.com/v1"),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: Url.default("https://api.anthropic.com/v1"),
  MISTRAL_API_KEY: z.string().optional(),
  MISTRAL_BASE_URL: Url.default("https://api.mistral.ai/v1"),
  OLLAMA_BASE_URL: Url.optional(),
  EMBEDDING_MODEL: z.string().default("embedded"),
  GOOGLE_MAPS_API_KEY: z.string().optional(),
  GOOGLE_GEOCODING_URL: Url.default("https://maps.googleapis.com"),
  GOOGLE_ROUTES_URL: Url.default("https://routes.googleapis.com"),
  RINGCENTRAL_CLIENT_ID: z.string().optional(),
  RINGCENTRAL_CLIENT_SECRET: z.string().optional(),
  RINGCENTRAL_JWT: z.string().optional(),
  RINGCENTRAL_NUMBER: z
    .string()
    .regex(/^\+\d{8,15}$/, "must be written like +15105550100")
    .optional(),
  RINGCENTRAL_WEBHOOK_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  RINGCENTRAL_SERVER_URL: Url.default("https://platform.ringcentral.com"),
  SMTP_URL: z.string().startsWith("smtp").optional(),
  OWNER_EMAIL: z.email().toLowerCase().optional(),
  MAIL_FROM: z.string().default("MyHibachi <hello@myhibachi.example>"),
})
const CheckedEnvironment = Environment.refine(
  (settings) => settings.PAYMENTS_PROVIDER !== "manual" || settings.MANUAL_PAYMENT_WAYS.length > 0,
  {
    path: ["MANUAL_PAYMENT_WAYS"],
    message:
      "must say how customers pay when PAYMENTS_PROVIDER is manual, for example Zelle: pay@example.com",
  },
)

export type Config = Readonly<z.infer<typeof Environment>> & {
  readonly flags: Readonly<Record<string, string>>
}

/**
 * Reads the settings once, at boot.
 * @throws Error that names every wrong setting and what it must be.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""))
  const parsed = CheckedEnvironment.safeParse(present)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`)
    throw new Error(
      `These settings are wrong; set them in the environment or in .env:\n${problems.join("\n")}`,
    )
  }
  const flags = Object.entries(present).filter(([name]) => name.startsWith("FEATURE_"))
  return { ...parsed.data, flags: Object.fromEntries(flags) as Record<string, string> }
}

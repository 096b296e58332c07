import { readConfig } from "./config.ts"
import { createSandbox } from "./sandbox.ts"

try {
  const sandbox = await createSandbox(readConfig(process.env))
  console.log(`Sandbox of the outside providers: ${sandbox.url} (mail on port ${sandbox.smtpPort})`)
  // A supervisor waits for this word, and the sandbox must not outlive it.
  process.send?.("ready")
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) {
    process.once(signal, () => {
      sandbox.close().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code !== "EADDRINUSE") return `The sandbox could not start: ${error.message}`
  return `The sandbox could not start: port ${port} is in use. Stop the other program or set SANDBOX_PORT or SANDBOX_SMTP_PORT.`
}

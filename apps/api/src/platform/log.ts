import { pino } from "pino"

/** One event a line, fields first, no bodies. */
export interface Logger {
  debug(fields: object, event: string): void
  info(fields: object, event: string): void
  warn(fields: object, event: string): void
  error(fields: object, event: string): void
  child(fields: object): Logger
}

const SECRET_PATHS = [
  "authorization",
  "cookie",
  "password",
  "token",
  "secret",
  "*.authorization",
  "*.cookie",
  "*.password",
  "*.token",
  "*.secret",
  "req.headers.authorization",
  "req.headers.cookie",
  "headers.authorization",
  "headers.cookie",
]

/** @returns a structured logger that masks secrets; `level` is pino's. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    name,
    redact: { paths: SECRET_PATHS, censor: "[secret]" },
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}

/** A logger that says nothing, for tests. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLogger,
}

import { createServer, type Server, type Socket } from "node:net"
import type { PGlite } from "@electric-sql/pglite"
import { FrontendReader } from "#platform/database/frontend-reader.ts"

const ROLLBACK = Buffer.concat([Buffer.from("Q"), Buffer.from([0, 0, 0, 13]), Buffer.from("rollback\0")])
const READY = 0x5a // "Z", ReadyForQuery; its one byte of payload says whether a transaction is open
const IDLE = 0x49 // "I"

interface Turn {
  connection: Socket
  messages: Uint8Array[]
}

/**
 * Serves PostgreSQL's protocol over the one session of an embedded database. Connections take turns: a turn is
 * everything up to a Sync, and who has opened a transaction keeps the turn until it ends. (The package's own
 * server gives turns by single message, so that the unnamed statements of two connections mix.)
 */
export class EmbeddedServer {
  readonly #database: PGlite
  readonly #server: Server
  readonly #connections = new Set<Socket>()
  readonly #waiting: Turn[] = []
  #holder: Socket | null = null
  #isWorking = false

  constructor(database: PGlite) {
    this.#database = database
    this.#server = createServer((connection) => this.#accept(connection))
  }

  /** @param path of the Unix socket; it must not exist. */
  listen(path: string): Promise<void> {
    return new Promise((listening, failed) => {
      this.#server.once("error", failed)
      this.#server.listen(path, () => listening())
    })
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()))
    for (const connection of this.#connections) connection.destroy()
    await closed
  }

  #accept(connection: Socket): void {
    this.#connections.add(connection)
    const reader = new FrontendReader()
    connection.on("data", (chunk) => {
      const { replies, turns } = reader.read(chunk)
      for (const reply of replies) connection.write(reply)
      for (const messages of turns) this.#waiting.push({ connection, messages })
      void this.#work()
    })
    // The other end went away; "close" follows and tidies up.
    connection.on("error", () => connection.destroy())
    connection.on("close", () => this.#forget(connection))
  }

  #forget(connection: Socket): void {
    this.#connections.delete(connection)
    const left = this.#waiting.filter((turn) => turn.connection !== connection)
    this.#waiting.splice(0, this.#waiting.length, ...left)
    if (this.#holder !== connection) return
    this.#waiting.unshift({ connection, messages: [ROLLBACK] })
    void this.#work()
  }

  #next(): Turn | undefined {
    const holder = this.#holder
    const index = holder ? this.#waiting.findIndex((turn) => turn.connection === holder) : 0
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    try {
      for (let turn = this.#next(); turn; turn = this.#next()) await this.#take(turn)
    } finally {
      this.#isWorking = false
    }
  }

  async #take({ connection, messages }: Turn): Promise<void> {
    const replies: Uint8Array[] = []
    let hasFailed = false
    try {
      await this.#database.runExclusive(async () => {
        for (const message of messages) {
          await this.#database.execProtocolRawStream(message, {
            onRawData: (data) => replies.push(data.slice()),
          })
        }
      })
    } catch (error) {
      // The session itself failed, not a statement: whoever waits for this answer must not wait for ever.
      console.error("The embedded database failed:", error)
      hasFailed = true
      connection.destroy()
    }
    const reply = Buffer.concat(replies)
    const isOver = hasFailed || (reply.at(-6) === READY && reply.at(-1) === IDLE)
    this.#holder = isOver ? null : connection
    if (!connection.destroyed) connection.write(reply)
    else if (!isOver) this.#forget(connection)
  }
}

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102
const SYNC = "S".charCodeAt(0)
const QUERY = "Q".charCodeAt(0)
const FLUSH = "H".charCodeAt(0)
const TERMINATE = "X".charCodeAt(0)

export interface ReadResult {
  /** To be written back at once. */
  replies: Buffer[]
  /** Messages that belong together: the start of a session, a simple query, or all up to a Sync. */
  turns: Uint8Array[][]
}

/** Cuts what a PostgreSQL client sends into messages and these into turns. */
export class FrontendReader {
  #buffer: Buffer = Buffer.alloc(0)
  #messages: Uint8Array[] = []
  #hasStarted = false

  read(chunk: Buffer | string): ReadResult {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk
    this.#buffer = Buffer.concat([this.#buffer, bytes])
    const result: ReadResult = { replies: [], turns: [] }
    while (this.#hasStarted ? this.#readMessage(result) : this.#readStart(result));
    return result
  }

  #readStart(result: ReadResult): boolean {
    const message = this.#cut(0)
    if (!message) return false
    const code = message.readInt32BE(4)
    if (code === SSL_REQUEST || code === GSS_REQUEST) result.replies.push(Buffer.from("N"))
    else if (code !== CANCEL_REQUEST) {
      this.#hasStarted = true
      result.turns.push([message])
    }
    return true
  }

  #readMessage(result: ReadResult): boolean {
    const message = this.#cut(1)
    if (!message) return false
    const [type] = message
    if (type === TERMINATE) return true
    this.#messages.push(message)
    if (type === SYNC || type === QUERY || type === FLUSH) {
      result.turns.push(this.#messages)
      this.#messages = []
    }
    return true
  }

  /** @param typeBytes how many bytes stand before the length. */
  #cut(typeBytes: number): Buffer | null {
    if (this.#buffer.length < typeBytes + 4) return null
    const length = typeBytes + this.#buffer.readInt32BE(typeBytes)
    if (this.#buffer.length < length) return null
    const message = Buffer.from(this.#buffer.subarray(0, length))
    this.#buffer = this.#buffer.subarray(length)
    return message
  }
}

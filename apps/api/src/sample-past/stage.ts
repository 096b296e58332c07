import type { Application } from "#app/app.ts"
import type { SandboxControl } from "#app/sample-past/sandbox-control.ts"
import { listStaff } from "#modules/identity/index.ts"
import type { Actor, Context } from "#platform/context.ts"
import type { ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { type SettableClock, Temporal } from "#platform/time.ts"

type Step = () => Promise<void>

/** What of an application is played on. */
type Played = Pick<Application, "http" | "services" | "context">

export interface StageParts {
  application: Played
  clock: SettableClock
  sandbox: SandboxControl
  /** What the product does by its clock. */
  schedules: readonly ScheduleDefinition[]
}

/** How often the product's schedules run while days go by: each of them does all that has become due. */
const TICK_HOURS = 24
/** The ones without which parties would not go on; the others would only look for what nobody has done. */
const SCHEDULES = new Set([
  "booking.follow-clock",
  "collect-balances",
  "leads.look-for-lapsed-quotes",
  "reconcile-yesterday",
])

/** Where the past is played: the whole product under a clock that steps from one act to the next. */
export class Stage {
  readonly application: Played
  readonly sandbox: SandboxControl
  readonly #clock: SettableClock
  readonly #schedules: readonly ScheduleDefinition[]
  readonly #staff = new Map<string, Actor>()
  #steps: { atMs: number; run: Step }[] = []

  constructor({ application, clock, sandbox, schedules }: StageParts) {
    this.application = application
    this.sandbox = sandbox
    this.#clock = clock
    this.#schedules = schedules.filter(({ job }) => SCHEDULES.has(job.name))
  }

  now(): Temporal.Instant {
    return this.#clock.now()
  }

  /** Plans an act; one whose time is over is played next. */
  at(instant: Temporal.Instant, run: Step): void {
    const step = { atMs: instant.epochMilliseconds, run }
    const behind = this.#steps.findIndex(({ atMs }) => atMs > step.atMs)
    this.#steps.splice(behind === -1 ? this.#steps.length : behind, 0, step)
  }

  /** A member of the staff, by role; a chef by `chef:<id>`. @throws Error when there is no such account. */
  async as(role: string): Promise<Context> {
    if (this.#staff.size === 0) await this.#readStaff()
    const actor = this.#staff.get(role)
    if (!actor) throw new Error(`Nobody on the staff is ${role}.`)
    return this.application.context(actor)
  }

  /** Calls a route of the customer site. @throws Error with the answer when it is refused. */
  async call<T>(
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<{ body: T; etag: string }> {
    const reply = await this.application.http.inject({
      method,
      url,
      headers: {
        "idempotency-key": this.application.services.newId("past"),
        "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Mobile/15E148 Safari/604.1",
        ...headers,
      },
      remoteAddress: "192.0.2.44",
      ...(payload ? { payload } : {}),
    })
    if (reply.statusCode >= 300)
      throw new Error(`${method} ${url} was answered ${reply.statusCode}: ${reply.body}`)
    return { body: reply.json<T>(), etag: String(reply.headers.etag ?? "") }
  }

  /** Plays every act until `end`, with what the product does by itself in between. */
  async playUntil(end: Temporal.Instant): Promise<void> {
    const endMs = end.epochMilliseconds
    for (let tickMs = this.now().epochMilliseconds; ; ) {
      const nextMs = Math.min(this.#steps[0]?.atMs ?? tickMs, tickMs, endMs)
      await this.#moveTo(Math.max(nextMs, this.now().epochMilliseconds))
      await this.#playDue()
      if (nextMs < tickMs && nextMs < endMs) continue
      await this.#runSchedules()
      if (nextMs >= endMs) return
      tickMs += TICK_HOURS * 3_600_000
    }
  }

  /** Lets the messages of the card provider arrive, and does what is in the queue. */
  async settle(): Promise<void> {
    do await this.sandbox.delivered()
    while ((await this.#drain()) > 0)
  }

  async #playDue(): Promise<void> {
    while ((this.#steps[0]?.atMs ?? Number.POSITIVE_INFINITY) <= this.now().epochMilliseconds) {
      const step = this.#steps.shift()
      await step?.run()
      await this.settle()
    }
  }

  async #moveTo(ms: number): Promise<void> {
    const instant = Temporal.Instant.fromEpochMilliseconds(ms)
    this.#clock.set(instant)
    await this.sandbox.standAt(instant)
  }

  async #runSchedules(): Promise<void> {
    for (const { job } of this.#schedules) await job.run(this.#system(`schedule:${job.name}`), {})
    await this.settle()
  }

  #drain(): Promise<number> {
    return this.application.services.jobs.drain((requestId) => this.#system(requestId))
  }

  #system(requestId?: string): Context {
    return this.application.context({ kind: "system", name: "job" }, requestId)
  }

  async #readStaff(): Promise<void> {
    for (const { id, name, email, role, chefId } of (await listStaff(this.#system())).items) {
      const actor = { kind: "staff", userId: id, role, name, email, ...(chefId ? { chefId } : {}) } as const
      this.#staff.set(chefId ? `chef:${chefId}` : role, actor)
    }
  }
}

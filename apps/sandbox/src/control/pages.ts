import type { FastifyInstance } from "fastify"
import type { Context } from "../core/context.ts"
import { contentFaults, isVendor, transportFaults, vendors } from "../core/faults.ts"
import { toObject, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import { navigation } from "../pages/navigation.ts"
import { sendPage } from "../pages/page.ts"
import type { StripeStore } from "../stripe/store.ts"
import { callsTable, checkoutsTable, faultsTable } from "./page-tables.ts"
import { readFault } from "./read-fault.ts"

type Parts = { ctx: Context; store: StripeStore }

const faces: [name: string, path: string][] = [
  ["OpenAI", "/openai/v1"],
  ["Anthropic", "/anthropic/v1"],
  ["Mistral", "/mistral/v1"],
  ["Ollama", "/ollama/api"],
  ["Stripe", "/v1"],
  ["Google Geocoding", "/maps/api/geocode/json"],
  ["Google Routes", "/directions/v2:computeRoutes"],
  ["CalDAV", "/caldav/"],
  ["RingCentral", "/restapi/v1.0"],
]

/** The pages on which a person sees what the sandbox does and makes it fail. */
export async function controlPages(app: FastifyInstance, { ctx, store }: Parts): Promise<void> {
  app.get("/", async (request, reply) => {
    const problem = toText(toObject(request.query).problem)
    return sendPage(reply, 200, { title: "Sandbox", style: "sandbox", body: homeBody(ctx, problem) })
  })
  app.get("/calls", async (request, reply) => {
    const vendor = toText(toObject(request.query).vendor)
    const calls = ctx.calls.list({ limit: 100, ...(isVendor(vendor) ? { vendor } : {}) })
    const body = html`${navigation}<main><h1>Calls</h1>${vendorForm(vendor)}${callsTable(calls)}</main>`
    return sendPage(reply, 200, { title: "Calls", style: "sandbox", body })
  })
  app.get("/checkouts", async (_request, reply) => {
    const sessions = store.of("checkout.session").all().reverse()
    const body = html`${navigation}<main><h1>Checkouts</h1>${checkoutsTable(sessions)}</main>`
    return sendPage(reply, 200, { title: "Checkouts", style: "sandbox", body })
  })
  app.post("/faults", async (request, reply) => {
    const form = Object.entries(toObject(request.body)).filter(([, value]) => value !== "")
    const fault = readFault(Object.fromEntries(form))
    if (typeof fault === "string") return reply.redirect(`/?problem=${encodeURIComponent(fault)}`, 303)
    ctx.faults.set(fault)
    return reply.redirect("/", 303)
  })
  app.post("/faults/clear", async (request, reply) => {
    const id = toText(toObject(request.body).id)
    ctx.faults.clear(id === "" ? {} : { id })
    return reply.redirect("/", 303)
  })
}

function homeBody(ctx: Context, problem: string): Html {
  const rows = faces.map(
    ([name, path]) => html`<tr><td>${name}</td><td><code>${ctx.publicUrl()}${path}</code></td></tr>`,
  )
  return html`${navigation}<main><h1>Sandbox of the outside providers</h1>
<p>Everything here speaks the protocol of a provider, and none of it leaves this machine. Its language models are plain programs.</p>
<h2>Faces</h2><div class="wide"><table><tbody>${rows}</tbody></table></div>
<h2>Faults</h2>${problem !== "" && html`<p class="alarm" role="alert">${problem}</p>`}
${faultForm}${faultsTable(ctx.faults.list())}
<h2>Latest calls</h2>${callsTable(ctx.calls.list({ limit: 15 }))}
<p class="soft">The clock says ${ctx.clock.now().toISOString()}.</p></main>`
}

const option = (value: string) => html`<option>${value}</option>`

const faultForm = html`<form method="post" action="/faults">
<label>Provider<select name="vendor">${vendors.map(option)}</select></label>
<label>Fault<select name="kind">${[...transportFaults, ...contentFaults].map(option)}</select></label>
<label>Model (optional)<input name="model" size="14"></label>
<label>Calls (empty: all)<input name="calls" inputmode="numeric" size="6"></label>
<label>Delay in ms<input name="delayMs" inputmode="numeric" size="6"></label>
<label>Probability<input name="probability" inputmode="decimal" size="5"></label>
<button>Set</button></form>
<form method="post" action="/faults/clear"><button>Clear all</button></form>`

function vendorForm(chosen: string): Html {
  const options = vendors.map((vendor) =>
    vendor === chosen ? html`<option selected>${vendor}</option>` : html`<option>${vendor}</option>`,
  )
  return html`<form method="get"><label>Provider<select name="vendor"><option value="">all</option>${options}</select></label><button>Show</button></form>`
}

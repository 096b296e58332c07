import type { Call } from "../core/calls.ts"
import type { Fault } from "../core/faults.ts"
import { type JsonObject, toNumber, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import { formatMoney } from "../stripe/checkout-view.ts"

/** The faults that are set, each with a button that ends it. */
export function faultsTable(faults: Fault[]): Html {
  if (faults.length === 0) return html`<p class="soft">No fault is set: every provider works.</p>`
  const rows = faults.map(
    (
      fault,
    ) => html`<tr><td>${fault.vendor}${fault.model ? ` · ${fault.model}` : ""}</td><td>${fault.kind}</td>
<td>${fault.callsLeft === undefined ? "until cleared" : `${fault.callsLeft} calls`}${fault.probability < 1 ? `, chance ${fault.probability}` : ""}${fault.kind === "late" ? `, ${fault.delayMs} ms` : ""}</td>
<td><form method="post" action="/faults/clear"><input type="hidden" name="id" value="${fault.id}"><button>End</button></form></td></tr>`,
  )
  return html`<div class="wide"><table><thead><tr><th>Provider</th><th>Fault</th><th>How long</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>`
}

/** Calls with their request and reply folded in. */
export function callsTable(calls: Call[]): Html {
  if (calls.length === 0) return html`<p class="soft">No call yet.</p>`
  const rows = calls.map(
    (
      call,
    ) => html`<tr><td class="soft">${call.at.slice(11, 19)}</td><td>${call.vendor}${call.model ? ` · ${call.model}` : ""}</td>
<td><details><summary>${call.method} ${call.path}</summary><pre>${JSON.stringify(call.request, null, 2)}</pre><pre>${call.reply}</pre></details></td>
<td>${call.status}</td><td>${call.durationMs} ms</td><td class="alarm">${call.faults.join(", ")}</td></tr>`,
  )
  return html`<div class="wide"><table><thead><tr><th>At</th><th>Provider</th><th>Call</th><th>Status</th><th>Took</th><th>Faults</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

/** Checkout sessions with a link to the open ones. */
export function checkoutsTable(sessions: JsonObject[]): Html {
  if (sessions.length === 0) return html`<p class="soft">No checkout yet.</p>`
  const rows = sessions.map((session) => {
    const amount = formatMoney(toNumber(session.amount_total) ?? 0, toText(session.currency))
    const at = new Date((toNumber(session.created) ?? 0) * 1000).toISOString().slice(0, 19)
    return html`<tr><td><a href="/checkout/${toText(session.id)}">${toText(session.id).slice(0, 20)}…</a></td><td>${amount}</td>
<td>${toText(session.status)}</td><td>${toText(session.customer_email)}</td><td class="soft">${at}</td></tr>`
  })
  return html`<div class="wide"><table><thead><tr><th>Session</th><th>Amount</th><th>Status</th><th>E-mail</th><th>At (UTC)</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

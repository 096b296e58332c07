import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import type { TypedCard } from "./pay-session.ts"

export type Problem = { message: string; field: string }

const note = html`<p class="note" role="note">Sandbox – no real money</p>`

const offeredCards: [number: string, what: string][] = [
  ["4242 4242 4242 4242", "is accepted"],
  ["4000 0025 0000 3155", "asks for your bank's approval"],
  ["4000 0000 0000 9995", "has insufficient funds"],
  ["4000 0000 0000 0002", "is declined"],
  ["4000 0000 0000 0341", "is accepted now, fails for later charges"],
]

type CheckoutView = {
  session: JsonObject
  items: JsonObject[]
  businessName: string
  typed: TypedCard
  problem?: Problem
}

/** The page on which a session is paid. */
export function checkoutBody(view: CheckoutView): Html {
  const { session, items, businessName } = view
  const total = formatMoney(toNumber(session.amount_total) ?? 0, toText(session.currency))
  return html`${note}<main>
<h1>${businessName}</h1>
<p class="total">${total}</p>
${view.problem && html`<p class="problem" role="alert" id="problem">${view.problem.message} Nothing was charged; you can try again.</p>`}
<section class="card" aria-labelledby="items"><h2 id="items">What you pay for</h2>
<ul class="items">${items.map((item) => itemRow(item))}
<li class="sum"><span>Total</span><span>${total}</span></li></ul></section>
<form class="card" method="post" action="/checkout/${toText(session.id)}" aria-labelledby="pay"><h2 id="pay">Pay by card</h2>
${fields(view)}
<button type="submit">Pay ${total}</button></form>
${session.cancel_url ? html`<a class="back" href="${toText(session.cancel_url)}">Cancel and go back</a>` : false}
${testCards(toText(session.id))}
</main>`
}

/** The bank's page on which the holder approves. */
export function challengeBody(action: string, what: string): Html {
  return html`${note}<main><section class="card"><h1>Your bank asks: is this you?</h1>
<p>${what}</p>
<form method="post" action="${action}"><button name="answer" value="approve">Approve the payment</button></form>
<form method="post" action="${action}"><button class="quiet" name="answer" value="refuse">Refuse</button></form>
</section></main>`
}

/** A page that only says how things stand. */
export function messageBody(title: string, text: string, link?: { url: string; text: string }): Html {
  return html`${note}<main><section class="card"><h1>${title}</h1><p>${text}</p>
${link && html`<a class="button" href="${link.url}">${link.text}</a>`}</section></main>`
}

/** Minor units as people read them: 5500 and "usd" give $55.00. */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency: currency || "usd" }).format(
    amount / 100,
  )
}

function itemRow(item: JsonObject): Html {
  const quantity = toNumber(item.quantity) ?? 1
  const note = toText(toObject(item.price).nickname)
  return html`<li><span>${toText(item.description)}${quantity > 1 ? ` × ${quantity}` : ""}
${note !== "" && html`<br><span class="soft">${note}</span>`}</span>
<span>${formatMoney(toNumber(item.amount_total) ?? 0, toText(item.currency))}</span></li>`
}

function fields({ typed, problem }: CheckoutView): Html {
  const state = (name: string) =>
    problem?.field === name ? html` aria-invalid="true" aria-describedby="problem"` : html``
  return html`<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="email" required value="${typed.email}"${state("email")}>
<label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" autocomplete="cc-number" required placeholder="4242 4242 4242 4242" value="${typed.number}"${state("number")}>
<div class="pair"><div><label for="expiry">Expiry (MM/YY)</label>
<input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" required placeholder="12/34" value="${typed.expiry}"${state("exp_year")}></div>
<div><label for="cvc">Security code</label>
<input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" required placeholder="123" value="${typed.cvc}"${state("cvc")}></div></div>
<label for="name">Name on card</label>
<input id="name" name="name" autocomplete="cc-name" value="${typed.name}">`
}

function testCards(sessionId: string): Html {
  const rows = offeredCards.map(([number, what]) => {
    const digits = number.replaceAll(" ", "")
    return html`<li><a href="/checkout/${sessionId}?card=${digits}">${number}</a> ${what}</li>`
  })
  return html`<details class="card" open><summary>Test cards: choose one to fill the form</summary><ul class="cards">${rows}</ul></details>`
}

/** The items of a list as objects. */
export function objectsOf(list: JsonObject): JsonObject[] {
  return toList(list.data).map(toObject)
}

import { html } from "./html.ts"

/** The links that every page of the sandbox carries. */
export const navigation = html`<nav><a href="/">Sandbox</a><a href="/mail">Mail</a><a href="/phones">Phones</a><a href="/calendars">Calendars</a><a href="/checkouts">Checkouts</a><a href="/calls">Calls</a></nav>`

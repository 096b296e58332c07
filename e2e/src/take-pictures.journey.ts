import { statSync } from "node:fs"
import { join, resolve } from "node:path"
import { type APIRequestContext, expect, type Page, test } from "@playwright/test"
import { ADMIN } from "./addresses.ts"
import { ask, logOf, openChat } from "./chat.ts"
import { freeStarts, type PreparedHold, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots")
const LARGEST_BYTES = 150 * 1024
/** Pages full of words are shown less high, so that their picture stays light. */
const SIZES = {
  words: { width: 1280, height: 520 },
  threePanes: { width: 1280, height: 680 },
  desktop: { width: 1280, height: 760 },
  phone: { width: 390, height: 844 },
}
const PRICE =
  "Hi! 14 adults and 3 kids (4, 7 and 11) in Oakland on the second Saturday of next month around 6, two of us want lobster. How much?"
const WEDDING =
  "Plan my 50-person wedding, two vegans, one shellfish allergy, can we move it if it rains, and what about tips?"
const PARTIES = [
  { name: "Grace Okafor", adults: 14, address: "1221 Broadway, Oakland, CA 94612" },
  { name: "Noah Lindqvist", adults: 24, address: "3300 Capitol Ave, Fremont, CA 94538" },
  { name: "Lena Brandt", adults: 40, address: "915 I St, Sacramento, CA 95814" },
  { name: "Tomas Ueda", adults: 12, address: "200 N Spring St, Los Angeles, CA 90012" },
]

test("pictures of the customer's way @pictures", async ({ page, request }) => {
  test.setTimeout(180_000)
  await page.goto("/")
  await take(page, "home")
  await openChat(page)
  await ask(page, PRICE)
  await take(page, "chat")
  await expect(logOf(page)).toContainText("$860.00")
  const offer = page.getByRole("link", { name: "Take this price" })
  await page.goto((await offer.getAttribute("href")) ?? "")
  await expect(page.getByRole("radio", { checked: true })).toBeVisible()
  await take(page, "quote")
  const { hold } = await prepareNextSaturday(
    request,
    { name: "Grace Okafor", adults: 14, address: "1221 Broadway, Oakland, CA 94612" },
    false,
  )
  await page.goto(`/hold/${hold.token}`)
  await expect(page.getByRole("timer")).toBeVisible()
  await take(page, "hold")
})

test("pictures of the staff's day @pictures", async ({ page, request, browser }) => {
  test.setTimeout(240_000)
  const customer = await (await browser.newContext()).newPage()
  await openChat(customer)
  await ask(customer, PRICE)
  const guest = await (await browser.newContext()).newPage()
  await openChat(guest)
  await ask(guest, "Do you bring plates and cutlery?")
  const bride = await (await browser.newContext()).newPage()
  await openChat(bride)
  await ask(bride, WEDDING)
  let day = ""
  for (const party of PARTIES) day = (await prepareNextSaturday(request, party, true)).day
  await signIn(page)
  await page.goto(`${ADMIN}/?date=${day}`)
  await expect(page.getByRole("link", { name: /Grace Okafor/ }).first()).toBeVisible()
  // The map comes last.
  await expect(page.locator(".leaflet-interactive").first()).toBeVisible()
  await take(page, "today")
  await page.goto(`${ADMIN}/calendar?date=${day}`)
  await expect(page.getByRole("link", { name: /Grace Okafor/ }).first()).toBeVisible()
  await take(page, "calendar", "desktop")
  await page.goto(`${ADMIN}/inbox`)
  const conversations = page.getByRole("region", { name: "Conversations" })
  await conversations.getByRole("link").filter({ hasText: "plates and cutlery" }).first().click()
  await expect(logOf(page).getByRole("article").first()).toBeVisible()
  await take(page, "inbox", "threePanes")
  await take(page, "inbox", "phone")
  await takeTrace(page, "lobster", "trace")
  await page.goto(`${ADMIN}/assistant/traces?responder=discussion`)
  await page.getByRole("link", { name: "Plan my 50-person wedding" }).first().click()
  await page.getByRole("link", { name: "Read the discussion behind it" }).click()
  await expect(page.getByRole("heading", { name: /Proposals/ })).toBeVisible()
  await take(page, "classroom", "words")
})

async function takeTrace(page: Page, words: string, name: string): Promise<void> {
  await page.goto(`${ADMIN}/assistant/traces`)
  await page.getByRole("link", { name: words }).first().click()
  await expect(page.getByRole("heading", { name: /Understood/ })).toBeVisible()
  await take(page, name, "words")
}

/** A party on the same Saturday for everybody. */
async function prepareNextSaturday(
  request: APIRequestContext,
  party: { name: string; adults: number; address: string },
  isBooked: boolean,
): Promise<{ hold: PreparedHold; day: string }> {
  const day = saturdayAfterDays(10)
  const person = { name: party.name, email: `${party.name.toLowerCase().replace(" ", ".")}@example.com` }
  const quoteToken = await prepareQuote(request, { ...party, date: day })
  const starts = await freeStarts(request, quoteToken, party.adults, day, day)
  const start = starts[PARTIES.findIndex(({ name }) => name === party.name) % starts.length]
  const hold = await prepareHold(request, quoteToken, start?.startsAt ?? "", person)
  if (isBooked) await prepareBooking(request, hold, person)
  return { hold, day }
}

function saturdayAfterDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7))
  return day.toISOString().slice(0, 10)
}

/** Writes the picture in one size or both, and refuses one that would make the repository heavy. */
async function take(page: Page, name: string, only?: keyof typeof SIZES): Promise<void> {
  for (const size of only ? [only] : (["desktop", "phone"] as const)) {
    await page.setViewportSize(SIZES[size])
    const path = join(FOLDER, `${name}-${size === "phone" ? "phone" : "desktop"}.png`)
    await page.screenshot({ path, animations: "disabled", caret: "hide" })
    expect(statSync(path).size, path).toBeLessThanOrEqual(LARGEST_BYTES)
  }
  await page.setViewportSize(SIZES.desktop)
}

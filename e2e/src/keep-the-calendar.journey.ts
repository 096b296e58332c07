import { type APIRequestContext, expect, type Page, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, SANDBOX } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

const DALLAS = "1500 Marilla St, Dallas, TX 75201"
const PERSON = { name: "Cleo Marchetti", email: "cleo.marchetti@example.com" }

test("staff give a chef time off after handing a party over, move it by hand, and a chef's own calendar closes a start", async ({
  page,
  request,
}) => {
  const party = await bookInDallas(request)
  await signIn(page, "dispatcher")

  const day = `${ADMIN}/calendar?date=${party.date}&station=st_dallas`
  await page.goto(day)
  const bar = page.getByRole("link", { name: /Party: Cleo Marchetti/ })
  await expect(bar).toBeVisible()
  const chefName = await chefOf(page)

  await page.goto(`${ADMIN}/crew/time-off`)
  await page.getByRole("button", { name: "Ask for time off" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Chef").selectOption({ label: `${chefName}, Dallas` })
  await dialog.getByLabel("First day").fill(party.date)
  await dialog.getByLabel("Reason").fill("Wedding")
  await dialog.getByRole("button", { name: "Ask", exact: true }).click()
  await expect(dialog.getByRole("heading", { name: "In the way" })).toBeVisible()
  await expect(dialog.getByRole("link", { name: "Cleo Marchetti" })).toBeVisible()
  await expect(dialog.getByRole("button", { name: "Say who takes each party" })).toBeDisabled()
  await dialog.getByLabel("Who takes Cleo Marchetti").selectOption({ index: 1 })
  await dialog.getByRole("button", { name: "Hand over and approve" }).click()
  await expect(page.getByRole("row", { name: new RegExp(`${chefName}.*Wedding.*Approved`) })).toBeVisible()

  await page.goto(day)
  await expect(bar).toBeVisible()
  const takerName = await chefOf(page)
  expect(takerName).not.toBe(chefName)
  await dragByMinutes(page, 60)
  await expect(dialog.getByLabel("What this does")).toContainText("Fee: $0.00")
  await dialog.getByRole("button", { name: /^Move to/ }).click()
  await expect(toastOf(page, "Cleo Marchetti is moved")).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(toastOf(page, "Cleo Marchetti is back")).toBeVisible()

  // By keyboard, with the rule that refuses: nobody starts a party so early.
  await bar.press("Shift+ArrowLeft")
  await dialog.getByLabel(/^Start/).fill("03:00")
  await expect(dialog.getByRole("alert")).toContainText("Parties start at")
  await page.keyboard.press("Escape")

  await connectOwnCalendar(page, request, takerName, party.date)
  for (const path of ["crew/time-off", "crew/closures", `calendar?date=${party.date}&view=month`])
    await expectAccessible(page, `${ADMIN}/${path}`)
})

async function bookInDallas(request: APIRequestContext): Promise<{ date: string }> {
  const quote = await prepareQuote(request, { adults: 10, address: DALLAS })
  const starts = await freeStarts(request, quote, 10, dayAfter(40), dayAfter(60))
  const start = starts.find(({ startsAt, date }) => localHour(startsAt) === "15" && isWeekend(date))
  if (!start) throw new Error("No afternoon is free in Dallas; the sample business has changed.")
  const hold = await prepareHold(request, quote, start.startsAt, PERSON)
  await prepareBooking(request, hold, PERSON)
  return { date: start.date }
}

function localHour(instant: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "America/Chicago", hour: "2-digit" })
  return format.format(new Date(instant))
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
}

/** Whose row the party is in. */
async function chefOf(page: Page): Promise<string> {
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /Party: Cleo/ }) })
  return ((await row.locator("> span").first().textContent()) ?? "").trim()
}

async function dragByMinutes(page: Page, minutes: number): Promise<void> {
  const bar = page.getByRole("link", { name: /Party: Cleo/ })
  const [box, row] = [await bar.boundingBox(), await bar.locator("..").boundingBox()]
  if (!box || !row) throw new Error("The party is not on the screen.")
  const pixelsPerHour = row.width / HOURS_SHOWN
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 20, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 20 + (minutes / 60) * pixelsPerHour, y, { steps: 8 })
  await page.mouse.up()
}

/** The usual day on the scale: from nine in the morning until midnight. */
const HOURS_SHOWN = 15

/** Busy from one to two in the chef's own calendar, and so no start there at noon. */
async function connectOwnCalendar(
  page: Page,
  request: APIRequestContext,
  chefName: string,
  partyDate: string,
): Promise<void> {
  const date = nextDay(partyDate)
  const entry = { summary: "Dentist", from: `${date}T19:00:00Z`, to: `${date}T20:00:00Z` }
  const added = await request.post(`${SANDBOX}/_control/caldav/dallas-chef/home`, { data: entry })
  expect(added.status()).toBe(201)
  await page.goto(`${ADMIN}/crew`)
  await page.getByRole("link", { name: chefName }).click()
  await page.getByRole("tab", { name: "Calendars" }).click()
  await page.getByLabel("Server").fill(SANDBOX)
  await page.getByLabel("Name", { exact: true }).fill("dallas-chef")
  await page.getByLabel("App password").fill("wrong")
  await page.getByRole("button", { name: "Find calendars" }).click()
  await expect(page.getByText("refuses this name and password")).toBeVisible()
  await page.getByLabel("App password").fill("a-password-for-programs")
  await page.getByRole("button", { name: "Find calendars" }).click()
  await page.getByRole("button", { name: "Connect", exact: true }).click()
  await expect(toastOf(page, "Home is connected and read")).toBeVisible()
  await page.goto(`${ADMIN}/calendar?date=${date}&station=st_dallas`)
  await expect(page.getByTitle(/Own calendar: Busy/)).toBeVisible()
  const reply = await page.request.get(`${ADMIN}/api/v1/availability/explain`, {
    params: { from: date, adults: "10", address: DALLAS, time: "13:00" },
  })
  const { starts } = (await reply.json()) as { starts: { chefs: { name: string; rule: string }[] }[] } // safe: the contract
  expect(starts[0]?.chefs.find(({ name }) => name === chefName)?.rule).toBe("external-busy")
  await page.request.get(`${SANDBOX}/calendars?user=dallas-chef`)
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

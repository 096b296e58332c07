import { type APIRequestContext, expect, type Page, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"

const PARTY = "1221 Broadway, Oakland, CA 94612"
const REFUSED_ZIP = "94501"

/** Books a party on the day. */
async function book(request: APIRequestContext, name: string, address: string, date: string): Promise<void> {
  const person = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.com` }
  const quote = await prepareQuote(request, { adults: 12, address })
  const [start] = await freeStarts(request, quote, 12, date, date)
  if (!start) throw new Error(`No start is free on ${date}.`)
  await prepareBooking(request, await prepareHold(request, quote, start.startsAt, person), person)
}

test("staff draw an area that takes a ZIP code out, test addresses, and see the day on the road", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const date = dayAfter(24)
  await book(request, "Nadia Road", PARTY, date)
  await book(request, "Omar Valley", "700 E St, San Rafael, CA 94901", date)
  await book(request, "Priya Coast", "1000 Broadway, Sacramento, CA 95818", date)

  await signIn(page)
  await page.goto(`${ADMIN}/crew/areas`)
  await page.getByRole("button", { name: "Draw an area" }).click()
  await page.getByLabel("Name").fill("Alameda Island")
  await page.getByLabel("ZIP codes").fill(`${REFUSED_ZIP}, 9450`)
  await page.getByRole("button", { name: "Save the area" }).click()
  await expect(page.getByText("9450: write each ZIP code with its five digits.")).toBeVisible()
  await page.getByLabel("ZIP codes").fill(REFUSED_ZIP)
  await drawTriangle(page)
  await page.getByRole("button", { name: "Save the area" }).click()
  await expect(page.getByRole("list", { name: "Areas" })).toContainText("drawn on the map · ZIP code 94501")

  await testAddress(page, REFUSED_ZIP, /We do not cook in Alameda Island/)
  await testAddress(page, PARTY, /miles one way from our Fremont station/)
  await expectAccessible(page, `${ADMIN}/crew/areas`)

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${ADMIN}/?date=${date}`)
  const road = page.getByRole("region", { name: "On the road" })
  await expect(road.locator(".leaflet-tooltip").getByText("Fremont")).toBeVisible()
  const drives = road.getByRole("region", { name: "Drives of the day" })
  await expect(drives.getByText(/Drive to .*Nadia Road.*: \d+ min, measured/)).toBeVisible()
  await expect(road.locator(".map-drive")).toHaveCount(6)
  await drives
    .getByRole("button", { name: /show on the map/ })
    .first()
    .click()
  await expect(road.locator(".map-drive.is-chosen")).toHaveCount(2)
  await road.getByLabel("Station").selectOption({ label: "Sacramento" })
  await expect(road.locator(".map-drive")).toHaveCount(2)
  await expectAccessible(page, `${ADMIN}/?date=${date}`)
})

/** Three corners: two by pointing, one by the keyboard. */
async function drawTriangle(page: Page): Promise<void> {
  const map = page.getByRole("application", { name: /click to add a corner/ })
  await expect(map.locator(".map-states")).toBeAttached()
  await map.click({ position: { x: 200, y: 200 } })
  await map.click({ position: { x: 260, y: 210 } })
  await page.getByRole("button", { name: "Add a corner", exact: true }).click()
  await page.getByLabel("Latitude of corner 3").fill("20.5")
  await expect(page.getByRole("list", { name: "Corners" }).getByRole("listitem")).toHaveCount(3)
}

async function testAddress(page: Page, address: string, answer: RegExp): Promise<void> {
  await page.getByLabel("Address, city or ZIP code").fill(address)
  await page.getByRole("button", { name: "Test", exact: true }).click()
  await expect(page.getByText(answer)).toBeVisible()
}

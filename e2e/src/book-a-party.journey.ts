import { expect, test } from "@playwright/test"
import { ADMIN, SANDBOX } from "./addresses.ts"
import { ask, openChat } from "./chat.ts"
import { DECLINED_CARD, GOOD_CARD, holdStart, payOnHostedPage, signAndGoToPay } from "./checkout.ts"
import { mailTo } from "./mailbox.ts"
import { signIn } from "./staff.ts"

const HOST = { name: "Grace Okafor", email: "grace.okafor@example.com" }
const ADDRESS = "1221 Broadway, Oakland, CA 94612"
const QUESTION =
  "Hi! 14 adults and 3 kids (4, 7 and 11) in Oakland on the second Saturday of next month around 6, two of us want lobster. How much?"

test("a customer asks for a price, holds a start, signs, is declined, pays and gets the confirmation", async ({
  page,
}) => {
  await openChat(page)
  const answer = await ask(page, QUESTION)
  // 14 × 55 + 2 × 30 + 2 × 15; the four-year-old is free and Oakland lies within the free miles.
  expect(answer).toContain("$860.00")
  expect(answer).toMatch(/lobster/i)

  await page.getByRole("link", { name: "Take this price" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("$")
  await expect(page.getByRole("radio", { name: /^6:00\sPM/ })).toBeChecked()
  await holdStart(page, HOST, ADDRESS)
  await expect(page.getByRole("timer")).toHaveText(/^(2:00:00|1:59:\d\d)$/)
  await expect(page.getByText(/Sat.*6:00\sPM/).first()).toBeVisible()
  await signAndGoToPay(page, HOST)

  await payOnHostedPage(page, DECLINED_CARD)
  await expect(page.getByRole("alert")).toContainText(/declined.*nothing was charged/is)
  await payOnHostedPage(page, GOOD_CARD)
  await expect(page.getByRole("heading", { name: "Your party is booked" })).toBeVisible({ timeout: 30_000 })

  const mail = await mailTo(page.request, HOST.email, /booked|confirm/i)
  expect(mail.attachments).toContainEqual(expect.objectContaining({ type: "text/calendar" }))
  const link = /http\S+\/party\/\S+/.exec(mail.text)?.[0] ?? ""
  await page.goto(link)
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${HOST.name}'s party`)
  await expect(page.getByText(/MH-/).first()).toBeVisible()
  await expect(page.getByText("14 adults, 2 children, 1 little one")).toBeVisible()

  await page.goto(`${SANDBOX}/mail`)
  await expect(page.getByText(HOST.email).first()).toBeVisible()
})

test("staff see the booked party: today, its history, its conversation and the chef's claim", async ({
  page,
  browser,
}) => {
  const customer = await (await browser.newContext()).newPage()
  const person = { name: "Noah Lindqvist", email: "noah.lindqvist@example.com" }
  await openChat(customer)
  await ask(customer, "How much for 12 adults in Fremont on the third Saturday of next month at 3pm?")
  await customer.getByRole("link", { name: "Take this price" }).click()
  await expect(customer.getByRole("radio", { checked: true })).toBeVisible()
  await holdStart(customer, person, "3300 Capitol Ave, Fremont, CA 94538")
  await signAndGoToPay(customer, person)
  await payOnHostedPage(customer, GOOD_CARD)
  await customer.getByRole("link", { name: "See my party" }).click()
  const line = customer.getByText(/^MH-\w+/)
  await expect(line).toBeVisible()
  const reference = (await line.textContent())?.split(" ")[0] ?? ""

  await signIn(page, "dispatcher")
  await page.getByRole("link", { name: new RegExp(`${person.name} ${reference}`) }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText(reference)
  const bookingPath = new URL(page.url()).pathname
  const history = page.locator("section").filter({ has: page.getByRole("heading", { name: "History" }) })
  await expect(history.getByRole("listitem").first()).toBeVisible()
  await expect(page.getByText(/at the party/i).first()).toBeVisible()

  await page.getByRole("link", { name: "Open in the inbox" }).click()
  await page.getByRole("link", { name: "Why it said this" }).first().click()
  for (const step of ["Understood", "Found", "Said", "Blocked", "Time"])
    await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible()

  await page.goto(`${ADMIN}/calendar?view=week&date=${thirdSaturdayOfNextMonth()}`)
  const claim = page.getByRole("cell").locator(`a[href="${bookingPath}"]`)
  await expect(claim).toContainText(person.name)
})

/** @returns the date, as the customer's question means it. */
function thirdSaturdayOfNextMonth(): string {
  const now = new Date()
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1))
  const untilSaturday = (6 - first.getUTCDay() + 7) % 7
  first.setUTCDate(1 + untilSaturday + 14)
  return first.toISOString().slice(0, 10)
}

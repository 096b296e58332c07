import { expect, test } from "@playwright/test"
import { ask, holdStart, mailsTo, signAndPay } from "./customer.ts"

const HOST = { name: "Grace Okafor", email: "grace.okafor@example.com" }
const ADDRESS = "1221 Broadway, Oakland, CA 94612"
const FIRST_QUESTION =
  "Hi! 14 adults and 3 kids (4, 7 and 11) in Oakland on the second Saturday of next month around 6, two of us want lobster. How much?"

test.describe.configure({ mode: "serial" })

test("a customer asks for a price, holds a start, signs, pays and gets the confirmation", async ({
  page,
}) => {
  await page.goto("/chat")
  const answer = await ask(page, FIRST_QUESTION)
  // 14 × 55 + 2 × 30 + 2 × 15; the four-year-old is free and Oakland lies within the free miles.
  expect(answer).toContain("$860.00")
  await page.getByRole("link", { name: "Take this price" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("$")
  await page
    .getByRole("radiogroup", { name: "Free starts" })
    .getByRole("radio")
    .first()
    .check({ force: true })
  await holdStart(page, HOST, ADDRESS)
  await expect(page.getByRole("timer")).toBeVisible()
  await signAndPay(page, HOST, "4242 4242 4242 4242")
  await expect(page.getByRole("heading", { name: "Your party is booked" })).toBeVisible({ timeout: 30_000 })
  await page.getByRole("link", { name: "See my party" }).click()
  await expect(page.getByText(/MH-/).first()).toBeVisible()
  await expect
    .poll(async () => (await mailsTo(page, HOST.email)).length, { timeout: 30_000 })
    .toBeGreaterThan(0)
  const [mail] = await mailsTo(page, HOST.email)
  expect(mail?.text).toContain("/party/")
  expect(mail?.attachments.map((attachment) => attachment.filename)).toContainEqual(
    expect.stringMatching(/\.ics$/),
  )
})

test("the same question in other words gets its own numbers", async ({ page }) => {
  await page.goto("/chat")
  const answer = await ask(
    page,
    "What would it cost us for 22 adults and 2 kids (8 and 9) in Oakland, second Saturday next month at 6, two of us want lobster?",
  )
  // 22 × 55 + 2 × 30 + 2 × 15
  expect(answer).toContain("$1,300.00")
})

test("a wedding with rain, diets and tips is answered point by point", async ({ page }) => {
  await page.goto("/chat")
  const answer = await ask(
    page,
    "Plan my 50-person wedding, two vegans, one shellfish allergy, can we move it if it rains, and what about tips?",
  )
  expect(answer).toMatch(/tofu|vegetables/i)
  expect(answer).toMatch(/shellfish/i)
  expect(answer).toMatch(/rain|weather|cover/i)
  expect(answer).toMatch(/20\s*%/)
})

test("a declined card loses nothing: the customer pays with another one", async ({ page }) => {
  await page.goto("/chat")
  await ask(page, "How much for 12 adults in Fremont on the third Saturday of next month at 3pm?")
  await page.getByRole("link", { name: "Take this price" }).click()
  await page
    .getByRole("radiogroup", { name: "Free starts" })
    .getByRole("radio")
    .first()
    .check({ force: true })
  const person = { name: "Noah Lindqvist", email: "noah.lindqvist@example.com" }
  await holdStart(page, person, "3300 Capitol Ave, Fremont, CA 94538")
  await signAndPay(page, person, "4000 0000 0000 0002")
  await expect(page.getByText(/declined/i)).toBeVisible()
  await page.getByLabel("Card number").fill("4242 4242 4242 4242")
  await page.getByRole("button", { name: /^Pay \$/ }).click()
  await expect(page.getByRole("heading", { name: "Your party is booked" })).toBeVisible({ timeout: 30_000 })
})

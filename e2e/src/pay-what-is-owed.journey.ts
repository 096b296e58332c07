import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER, SANDBOX } from "./addresses.ts"
import { GOOD_CARD, payOnHostedPage } from "./checkout.ts"
import { mailTo } from "./mailbox.ts"
import { freeStarts, prepareBooking, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

const HOST = { name: "Ines Duarte", email: "ines.duarte@example.com", phone: "+15105550177" }

test("staff send a link by mail and text, the customer pays in two taps, tips, takes the card back and says STOP", async ({
  page,
  browser,
}) => {
  const quote = await prepareQuote(page.request, {
    adults: 16,
    address: "3300 Capitol Ave, Fremont, CA 94538",
  })
  const in20Days = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const in26Days = new Date(Date.now() + 26 * 86_400_000).toISOString().slice(0, 10)
  const [start] = await freeStarts(page.request, quote, 16, in20Days, in26Days)
  const hold = await prepareHold(page.request, quote, start?.startsAt ?? "", HOST)
  const token = await prepareBooking(page.request, hold, HOST)

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await expectAccessible(phone, `${CUSTOMER}/party/${token}`)
  const texts = phone.getByRole("region", { name: "Text messages" })
  const box = texts.getByRole("checkbox")
  await expect(box).not.toBeChecked()
  await expect(texts).toContainText("Reply STOP to stop, HELP for help.")
  await box.click()
  await expect(toastOf(phone, "Thank you; we will text you.")).toBeVisible()
  await expect(box).toBeChecked()

  await signIn(page, "dispatcher")
  await page.goto(`${ADMIN}/bookings/${token.split(".")[0]}`)
  await expect(page.getByRole("list", { name: "Payment schedule" })).toContainText(
    "Charged by itself to visa",
  )
  await page.getByRole("button", { name: "Collect…" }).click()
  await page.getByRole("button", { name: "Mail a link" }).click()
  await expect(toastOf(page, /A link to pay \$\S+ is on its way/)).toBeVisible()

  // At night where the party is the text waits for the morning.
  const steps = page.getByRole("region", { name: "Money, step by step" })
  await expect(steps.getByText(/^Link to pay (texted|waits to be texted|is being texted)/)).toBeVisible({
    timeout: 45_000,
  })

  const mail = await mailTo(phone.request, HOST.email, /Please pay/)
  await expectAccessible(phone, /http\S+\/pay\/\S+/.exec(mail.text)?.[0] ?? "")
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("for your party")
  await phone.getByRole("button", { name: /^Pay \$/ }).click()
  await payOnHostedPage(phone, GOOD_CARD)
  await expect(phone.getByRole("heading", { name: "Paid, thank you" })).toBeVisible({ timeout: 30_000 })

  await expectAccessible(phone, `${CUSTOMER}/party/${token}`)
  await expect(phone.getByText("Nothing is open")).toBeVisible()
  await phone.getByText("Tip the chefs").click()
  await phone.getByLabel("Another amount in dollars").fill("0.50")
  await expect(phone.getByText(/between \$1 and/)).toBeVisible()
  await phone.getByRole("button", { name: /^20 % · \$/ }).click()
  await phone.getByRole("button", { name: /^Tip \$/ }).click()
  await payOnHostedPage(phone, GOOD_CARD)
  await expect(phone.getByRole("heading", { name: "Thank you for the tip" })).toBeVisible({ timeout: 30_000 })
  await phone.getByRole("link", { name: "Back to my party" }).click()

  const cards = phone.getByRole("list", { name: "Cards we keep for you" })
  await expect(cards.getByRole("listitem")).toHaveCount(1)
  await cards.getByRole("button", { name: "Forget …" }).click()
  await phone.getByRole("button", { name: "Forget the card" }).click()
  await expect(cards).toBeHidden()

  // Until the product has said where it listens, which it does every minute, nobody is told.
  await expect(async () => {
    const said = await phone.request.post(`${SANDBOX}/_control/texts`, {
      data: { from: HOST.phone, text: "STOP" },
    })
    expect((await said.json()).statuses).toEqual([200])
  }).toPass({ timeout: 90_000, intervals: [5_000] })
  await expect(async () => {
    await phone.goto(`${CUSTOMER}/party/${token}`)
    await expect(texts).toContainText("said STOP to our texts", { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await phone.goto(`${SANDBOX}/phones`)
  await phone.getByRole("link", { name: HOST.phone }).click()
  await expect(phone.getByText("This phone said STOP")).toBeVisible()
})

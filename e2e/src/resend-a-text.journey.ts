import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, SANDBOX } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { freeStarts, prepareHold, prepareQuote } from "./prepared-party.ts"
import { signIn } from "./staff.ts"
import { toastOf } from "./toast.ts"

// What is sent to numbers that end on 0410 does not arrive.
const HOST = { name: "Ola Brekke", email: "ola.brekke@example.com", phone: "+15105550410" }
const QUESTION = "Is there parking for the chef's van?"

test("staff find the text that did not arrive, read why, and send it again after asking", async ({
  page,
  request,
}) => {
  // Whether a text arrived is asked once a minute.
  test.setTimeout(240_000)
  const quote = await prepareQuote(request, { adults: 11, address: "3300 Capitol Ave, Fremont, CA 94538" })
  const [start] = await freeStarts(request, quote, 11, dayAfter(30), dayAfter(60))
  await prepareHold(request, quote, start?.startsAt ?? "", HOST)
  // Until the product has said where it listens, which it does every minute, nobody hears of a text.
  await expect(async () => {
    const said = await request.post(`${SANDBOX}/_control/texts`, {
      data: { from: HOST.phone, text: QUESTION },
    })
    expect((await said.json()).statuses).toEqual([200])
  }).toPass({ timeout: 90_000, intervals: [5_000] })

  await signIn(page, "support")
  await page.goto(`${ADMIN}/inbox`)
  const conversations = page.getByRole("region", { name: "Conversations" })
  await conversations.getByRole("link").filter({ hasText: QUESTION }).first().click()
  await page.getByRole("button", { name: "Take over" }).click()
  await page.getByLabel("Your answer").fill("Yes, behind the house.")
  await page.getByRole("button", { name: "Send" }).click()

  await page.getByRole("link", { name: "Text messages" }).click()
  await page.getByLabel("State").selectOption("failed")
  const row = page.getByRole("row").filter({ hasText: HOST.name })
  await expect(row.getByText("Failed")).toBeVisible({ timeout: 120_000 })
  await expect(row).toContainText("0410")
  await expect(row).not.toContainText("510")
  await expect(row).toContainText(/number/i)
  await expectAccessible(page, `${ADMIN}/inbox/texts`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${ADMIN}/inbox/texts?state=failed`)
  await row.getByRole("button", { name: /^Send again/ }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog).toContainText(HOST.name)
  await dialog.getByRole("button", { name: "Leave it" }).click()
  await expect(row.getByText("Failed")).toBeVisible()
  await row.getByRole("button", { name: /^Send again/ }).click()
  await dialog.getByRole("button", { name: "Send again" }).click()
  await expect(toastOf(page, "It is being sent again")).toBeVisible()
  await expect(row.getByText("Failed")).toBeVisible({ timeout: 120_000 })

  await page.context().clearCookies()
  await signIn(page, "auditor")
  await page.goto(`${ADMIN}/inbox/texts`)
  await expect(row).toBeVisible()
  await expect(page.getByRole("button", { name: /^Send again/ })).toHaveCount(0)
})

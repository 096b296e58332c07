import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN, CUSTOMER } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { mailTo } from "./mailbox.ts"
import { signIn } from "./staff.ts"

test("staff price a party on the phone, revise and send it, hold a start and book it with the deposit", async ({
  page,
}) => {
  const word = crypto.randomUUID().slice(0, 8)
  const caller = { name: `Hanna ${word}`, email: `hanna.${word}@example.com` }
  await signIn(page, "manager")
  await page.goto(`${ADMIN}/quotes`)
  await page.getByRole("main").getByRole("link", { name: "New quote" }).click()
  await page.getByLabel("Name", { exact: true }).fill(caller.name)
  await page.getByLabel("E-mail").fill(caller.email)
  await page.getByLabel("Address, city or ZIP code").fill("3300 Capitol Ave, Fremont, CA 94538")
  await expect(page.getByText("exact address")).toBeVisible()
  await page.getByLabel("Day").fill(dayAfter(45))
  await page.getByText("6:00 PM", { exact: true }).click()
  await expect(page.getByLabel("Start at the party")).toHaveValue("18:00")
  await page.getByRole("button", { name: "Make the quote" }).click()
  await expect(page.getByRole("heading", { level: 1, name: caller.name })).toBeVisible()
  const quoteUrl = page.url()

  await page.getByRole("button", { name: "Revise…" }).click()
  await page.getByLabel("One adult more").click()
  await page.getByRole("button", { name: "Keep as revision 2" }).click()
  await expect(page.getByRole("row", { name: /Adults changed/ })).toContainText("$550.00$605.00")
  await page.getByRole("button", { name: "Send…" }).click()
  await page.getByRole("button", { name: "Send it" }).click()
  await expect(page.getByRole("region", { name: "Sent" })).toContainText("revision 2")
  const mail = await mailTo(page.request, caller.email, /Your hibachi party/)
  expect(mail.attachments).toContainEqual(expect.objectContaining({ type: "application/pdf" }))

  await page.getByRole("button", { name: "Hold a start…" }).click()
  await page.getByLabel(/heard the terms/).check()
  await page.getByRole("button", { name: "Hold this start" }).click()
  await expect(page.getByText("A start is held")).toBeVisible()
  await expectAccessible(page, quoteUrl)
  await page.getByRole("button", { name: "Record the deposit…" }).click()
  await page.getByLabel("Receipt or confirmation number").fill(`Z-${word}`)
  await page.getByRole("button", { name: "Book the party" }).click()
  await page.getByRole("link", { name: "Open the booking" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Confirmed")
  await expect(page.getByRole("main")).toContainText(caller.name)
  for (const path of ["/quotes", "/quotes/new"]) await expectAccessible(page, ADMIN + path)

  const link = /http\S+\/quote\/\S+/.exec(mail.text)?.[0] ?? ""
  expect(link).toContain(CUSTOMER)
  await expectAccessible(page, link)
  const paper = await page.getByRole("link", { name: "This price as a PDF" }).getAttribute("href")
  expect((await page.request.get(CUSTOMER + paper)).headers()["content-type"]).toBe("application/pdf")
})

import { expect, test } from "@playwright/test"
import { expectAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { dayAfter } from "./days.ts"
import { mailTo } from "./mailbox.ts"
import { signIn } from "./staff.ts"

test("staff quote on the phone, send it, open its paper and book it", async ({ page, request }) => {
  const word = crypto.randomUUID().slice(0, 8)
  const email = `host-${word}@example.com`
  await signIn(page, "owner")
  await page.getByRole("link", { name: "Quotes" }).click()
  await page.getByRole("banner").or(page.locator("header")).getByRole("link", { name: "New quote" }).click()
  await page.getByLabel("Name").fill(`Host ${word}`)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Adults").fill("14")
  await page.getByLabel("Adults").press("Enter")
  await page.getByLabel("Day").fill(dayAfter(30))
  await page.getByLabel("Start at the party").fill("15:00")
  await page.getByLabel("Address, city or ZIP code").fill("2000 Broadway, Oakland, CA 94612")
  await expect(page.getByText("exact address")).toBeVisible()
  await expect(page.getByText("$770.00").first()).toBeVisible()
  await page.getByRole("button", { name: "Make the quote" }).click()

  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Host ${word}`)
  await expect(page.getByText("byte for byte")).toBeVisible()
  await page.getByRole("button", { name: "Send…" }).click()
  await page.getByRole("button", { name: "Send it" }).click()
  const mail = await mailTo(request, email, /Your hibachi party/)
  expect(mail.attachments.map(({ name }) => name)).toEqual(["hibachi-quote-revision-1.pdf"])
  const paper = await page.request.get(
    `${ADMIN}${await page.getByRole("link", { name: "PDF" }).getAttribute("href")}`,
  )
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-")

  await page.getByRole("button", { name: "Hold a start…" }).click()
  const dialog = page.getByRole("dialog")
  await dialog
    .getByRole("radio", { name: /^3:00/ })
    .or(dialog.getByRole("radio", { name: /free/ }))
    .first()
    .click()
  await dialog.getByRole("checkbox").check()
  await dialog.getByRole("button", { name: "Hold this start" }).click()
  await page.getByRole("button", { name: "Record the deposit…" }).click()
  await page.getByLabel("Receipt or confirmation number").fill(`Z-${word}`)
  await page.getByRole("button", { name: "Book the party" }).click()
  await page.getByRole("link", { name: "Open the booking" }).click()
  await expect(page.getByRole("link", { name: "Prep sheet (PDF)" })).toBeVisible()
})

test("a file with a bad row is mended, made and exported; the reports show the money", async ({ page }) => {
  const word = crypto.randomUUID().slice(0, 8)
  const file = (email: string) => ({
    name: `guests-${word}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`name,email\nAda ${word},ada-${word}@example.com\nBen ${word},${email}\n`),
  })
  await signIn(page, "owner")
  const upload = async (email: string) => {
    await page.goto(`${ADMIN}/settings/files`)
    await page.getByLabel("CSV file").setInputFiles(file(email))
    await page.getByRole("button", { name: "Upload and look at it" }).click()
  }
  await upload("ben-at-example.com")
  await expect(page.getByText("2 rows: 1 good, 1 to be mended")).toBeVisible()
  await expect(page.getByText("Write the e-mail address like name@example.com.")).toBeVisible()
  await upload(`ben-${word}@example.com`)
  await page.getByRole("button", { name: "Make 2 rows" }).click()
  await expect(page.getByText("2 rows: 2 made")).toBeVisible()
  const address = page.url()

  await page.goto(`${ADMIN}/settings/files`)
  await page.getByRole("button", { name: "Write the file" }).click()
  await expect(page.getByRole("link", { name: "Download Customers, CSV" }).first()).toBeVisible()

  await page.goto(`${ADMIN}/reports?side=money`)
  await expect(page.getByRole("figure")).toBeVisible()
  await page.getByRole("tab", { name: "Utilisation" }).click()
  await expect(page.getByText("of the offered hours are worked")).toBeVisible()
  await page.getByRole("tab", { name: "Conversion" }).click()
  await expect(page.getByText("of the quotes became parties")).toBeVisible()
  for (const url of [
    address,
    `${ADMIN}/settings/files`,
    `${ADMIN}/quotes`,
    `${ADMIN}/quotes/new`,
    `${ADMIN}/bookings/shopping`,
    `${ADMIN}/reports?report=revenue&side=money`,
    `${ADMIN}/reports?report=utilisation`,
    `${ADMIN}/reports?report=conversion`,
  ])
    await expectAccessible(page, url)
})

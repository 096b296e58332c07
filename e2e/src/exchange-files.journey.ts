import { expect, test } from "@playwright/test"
import { expectAllAccessible } from "./accessible-page.ts"
import { ADMIN } from "./addresses.ts"
import { signIn } from "./staff.ts"

test("a file with a bad row is mended, made and exported", async ({ page }) => {
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

  await page.goto(`${ADMIN}/settings/files`)
  await page.getByRole("button", { name: "Write the file" }).click()
  await expect(page.getByRole("link", { name: "Download Customers, CSV" }).first()).toBeVisible()
})

test("reports, the shopping list and files are usable by everybody", async ({ page }) => {
  await signIn(page, "owner")
  const paths = [
    "/reports?side=money",
    "/reports?report=utilisation",
    "/reports?report=conversion",
    "/bookings/shopping",
    "/settings/files",
  ]
  await expectAllAccessible(
    page,
    paths.map((path) => ADMIN + path),
  )
})

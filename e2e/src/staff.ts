import { expect, type Page } from "@playwright/test"
import { ADMIN } from "./addresses.ts"

export const SAMPLE_PASSWORD = "hibachi-sample-2026"

export type SampleRole = "chef" | "owner" | "manager" | "dispatcher" | "support" | "auditor"

/** Fills the log-in form and sends it. */
export async function tryToSignIn(page: Page, role: SampleRole, password: string): Promise<void> {
  await page.goto(`${ADMIN}/login`)
  await page.getByLabel("E-mail").fill(`${role}@myhibachi.example`)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

/** Signs in to the admin site as one of the sample staff and waits for Today. */
export async function signIn(page: Page, role: SampleRole = "owner"): Promise<void> {
  await tryToSignIn(page, role, SAMPLE_PASSWORD)
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible()
}

import type { Locator, Page } from "@playwright/test"

/** The short message on the screen, not its announcement to screen readers, which says the same words for a moment. */
export function toastOf(page: Page, text: string | RegExp): Locator {
  return page.getByRole("region", { name: /^Notifications/ }).getByText(text)
}

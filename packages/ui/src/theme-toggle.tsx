"use client"
import { Moon, Sun } from "lucide-react"
import { buttonStyle } from "./button.tsx"

/** The cookie that keeps the viewer's choice, so that the server paints the right theme at once. */
export const themeCookie = "theme"

/** Switches between light and dark and remembers it for a year. */
export function ThemeToggle() {
  const toggle = () => {
    const root = document.documentElement
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches
    root.dataset.theme = isDark ? "light" : "dark"
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${themeCookie}=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <button
      type="button"
      onClick={toggle}
      aria-label="Switch between light and dark"
      className={buttonStyle({ variant: "quiet", size: "icon" })}
    >
      <Sun aria-hidden className="hidden size-5 dark:block" />
      <Moon aria-hidden className="size-5 dark:hidden" />
    </button>
  )
}

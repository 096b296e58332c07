import "./globals.css"
import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { DataProvider } from "@/api/data-provider.tsx"
import { Messages } from "@/shell/messages.tsx"

export const metadata: Metadata = {
  title: { default: "MyHibachi admin", template: "%s · MyHibachi admin" },
  robots: { index: false, follow: false },
}
export const viewport: Viewport = { width: "device-width", initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value
  const chosen = theme === "dark" || theme === "light" ? { "data-theme": theme } : {}
  return (
    <html lang="en" {...chosen}>
      <body className="min-h-dvh">
        <DataProvider>
          <Messages>{children}</Messages>
        </DataProvider>
      </body>
    </html>
  )
}

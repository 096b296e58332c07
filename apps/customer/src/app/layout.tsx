import "./globals.css"
import { themeCookie } from "@myhibachi/ui/theme-toggle"
import { ToastProvider } from "@myhibachi/ui/toast"
import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { ChatLauncher } from "@/chat/chat-launcher.tsx"
import { DataProvider } from "@/site/data-provider.tsx"
import { SiteFooter } from "@/site/site-footer.tsx"
import { SiteHeader } from "@/site/site-header.tsx"

export const metadata: Metadata = {
  title: { default: "MyHibachi: a hibachi chef at your place", template: "%s · MyHibachi" },
  description:
    "A chef brings the grill and the food, cooks in front of your guests and leaves. See the price for your party in two taps.",
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#161412" },
  ],
}

// Prices, policies and the security policy's nonce are those of the moment.
export const dynamic = "force-dynamic"

export default async function Layout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookie)?.value
  return (
    <html lang="en-US" {...(theme === "light" || theme === "dark" ? { "data-theme": theme } : {})}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <DataProvider>
          <ToastProvider>
            <SiteHeader />
            <main id="content" className="mx-auto w-full max-w-5xl flex-1 px-4 pt-6 pb-24 sm:px-6 sm:pt-10">
              {children}
            </main>
            <SiteFooter />
            <ChatLauncher />
          </ToastProvider>
        </DataProvider>
      </body>
    </html>
  )
}

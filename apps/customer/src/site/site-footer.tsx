import { ThemeToggle } from "@myhibachi/ui/theme-toggle"
import Link from "next/link"
import { readConfig } from "@/api/read.ts"

/** Who we are, how to reach us, and what this site keeps. */
export async function SiteFooter() {
  const config = await readConfig().catch(() => null) // the page itself says that nothing can be loaded
  return (
    <footer className="border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-5xl flex-wrap items-start justify-between gap-6 px-4 pt-8 pb-24 text-sm text-ink-soft sm:px-6">
        <div className="max-w-prose space-y-2">
          {config ? (
            <p className="text-ink">
              {config.business.name} ·{" "}
              <a className="underline underline-offset-2" href={`mailto:${config.business.email}`}>
                {config.business.email}
              </a>{" "}
              ·{" "}
              <a
                className="whitespace-nowrap underline underline-offset-2"
                href={`tel:${config.business.phone.replaceAll(/[^+\d]/g, "")}`}
              >
                {config.business.phone}
              </a>
            </p>
          ) : null}
          <p>
            This site loads nothing from other companies and does not follow you. It keeps your colour theme,
            your chat and half-filled forms in this browser. Card numbers are typed on the payment page and
            never reach us.
          </p>
          <p>
            <Link href="/help" className="underline underline-offset-2">
              Policies and help
            </Link>
          </p>
        </div>
        <ThemeToggle />
      </div>
    </footer>
  )
}

import {
  Bot,
  CalendarDays,
  ChartColumn,
  ChefHat,
  CircleDollarSign,
  Inbox,
  type LucideIcon,
  NotebookText,
  ReceiptText,
  Settings,
  Sun,
  Users,
  UtensilsCrossed,
} from "lucide-react"

export interface Screen {
  title: string
  href: string
  /** Permission without which the screen has nothing to show; null for every member of staff. */
  permission: string | null
  /** Other words people look for. */
  words?: string
}

export interface Section {
  title: string
  icon: LucideIcon
  screens: [Screen, ...Screen[]]
}

const one = (title: string, href: string, permission: string, words = ""): [Screen] => [
  { title, href, permission, words },
]

/** The left rail, by work; the first screen of a section is the one that the rail opens. */
export const sections: Section[] = [
  { title: "Today", icon: Sun, screens: one("Today", "/", "bookings:read", "home dashboard") },
  {
    title: "Inbox",
    icon: Inbox,
    screens: [
      {
        title: "Inbox",
        href: "/inbox",
        permission: "conversations:read",
        words: "messages conversations chat",
      },
      {
        title: "Text messages",
        href: "/inbox/texts",
        permission: "customers:read",
        words: "sms texts phones failed undelivered retry",
      },
    ],
  },
  {
    title: "Calendar",
    icon: CalendarDays,
    screens: one("Calendar", "/calendar", "crew:read", "schedule chefs"),
  },
  {
    title: "Bookings",
    icon: NotebookText,
    screens: [
      { title: "Bookings", href: "/bookings", permission: "bookings:read", words: "parties events" },
      { title: "Waitlist", href: "/bookings/waitlist", permission: "bookings:read", words: "full days wait" },
      {
        title: "Shopping list",
        href: "/bookings/shopping",
        permission: "bookings:read",
        words: "kitchen ingredients prep pack buy",
      },
    ],
  },
  {
    title: "Quotes",
    icon: ReceiptText,
    screens: [
      { title: "Quotes", href: "/quotes", permission: "quotes:read", words: "prices offers" },
      { title: "New quote", href: "/quotes/new", permission: "quotes:write", words: "phone booking price" },
    ],
  },
  {
    title: "Customers",
    icon: Users,
    screens: [
      { title: "Customers", href: "/customers", permission: "customers:read", words: "people contacts" },
      {
        title: "Leads",
        href: "/customers/leads",
        permission: "customers:read",
        words: "pipeline enquiries sales",
      },
      {
        title: "Duplicates",
        href: "/customers/duplicates",
        permission: "customers:read",
        words: "merge same person",
      },
    ],
  },
  {
    title: "Crew",
    icon: ChefHat,
    screens: [
      { title: "Chefs", href: "/crew", permission: "crew:read", words: "working hours" },
      { title: "Stations", href: "/crew/stations", permission: "crew:read", words: "depots miles rates" },
      {
        title: "Service areas",
        href: "/crew/areas",
        permission: "crew:read",
        words: "map zip codes reach excluded",
      },
      { title: "Drives", href: "/crew/travel", permission: "crew:read", words: "travel miles distances" },
      { title: "Fairness", href: "/crew/load", permission: "crew:read", words: "load share income declines" },
      {
        title: "Time off",
        href: "/crew/time-off",
        permission: "crew:read",
        words: "vacation away holiday requests",
      },
      {
        title: "Closures",
        href: "/crew/closures",
        permission: "crew:read",
        words: "blackouts closed holidays",
      },
    ],
  },
  {
    title: "Money",
    icon: CircleDollarSign,
    screens: [
      { title: "Payments", href: "/money", permission: "payments:read", words: "money deposits refunds" },
      {
        title: "Invoices",
        href: "/money/invoices",
        permission: "payments:read",
        words: "bills credit notes numbers",
      },
      {
        title: "Money reports",
        href: "/money/reports",
        permission: "payments:read",
        words: "receivables debts deposits refunds tips sales tax",
      },
      {
        title: "Disputes",
        href: "/money/disputes",
        permission: "payments:read",
        words: "chargebacks bank evidence",
      },
      {
        title: "Reconciliation",
        href: "/money/reconciliation",
        permission: "payments:read",
        words: "compare stripe payouts breaks",
      },
      {
        title: "Trial balance",
        href: "/money/balance",
        permission: "payments:read",
        words: "ledger accounts",
      },
      {
        title: "Bookkeeping",
        href: "/money/bookkeeping",
        permission: "payments:read",
        words: "export quickbooks xero iif journals accountant",
      },
      {
        title: "Webhook inbox",
        href: "/money/webhooks",
        permission: "payments:read",
        words: "stripe events replay",
      },
    ],
  },
  {
    title: "Menu & prices",
    icon: UtensilsCrossed,
    screens: [
      { title: "Menu", href: "/menu", permission: "catalog:read", words: "allergens dishes food" },
      {
        title: "Ingredients",
        href: "/menu/ingredients",
        permission: "catalog:read",
        words: "allergens recipes kitchen",
      },
      {
        title: "Price books",
        href: "/menu/prices",
        permission: "catalog:read",
        words: "prices versions draft publish",
      },
      {
        title: "Simulator",
        href: "/menu/simulator",
        permission: "catalog:read",
        words: "try price compare replay quotes",
      },
      {
        title: "Promotions",
        href: "/menu/promotions",
        permission: "catalog:read",
        words: "codes discounts offers coupons",
      },
      {
        title: "Tax rates",
        href: "/menu/taxes",
        permission: "catalog:read",
        words: "sales tax jurisdiction",
      },
      {
        title: "Policies",
        href: "/menu/policies",
        permission: "catalog:read",
        words: "rules cancellation deposit",
      },
    ],
  },
  {
    title: "Assistant",
    icon: Bot,
    screens: [
      { title: "Traces", href: "/assistant/traces", permission: "assistant:read", words: "ai answers why" },
      {
        title: "Classroom",
        href: "/assistant/classroom",
        permission: "assistant:read",
        words: "discussions transcript",
      },
      { title: "Seats", href: "/assistant/seats", permission: "assistant:read", words: "models prices" },
      {
        title: "Similarity",
        href: "/assistant/similarity",
        permission: "assistant:read",
        words: "templates hits intents",
      },
      {
        title: "Agents",
        href: "/assistant/agents",
        permission: "assistant:read",
        words: "tools specialists",
      },
      {
        title: "Knowledge",
        href: "/assistant/knowledge",
        permission: "conversations:read",
        words: "articles help",
      },
    ],
  },
  {
    title: "Reports",
    icon: ChartColumn,
    screens: one("Reports", "/reports", "bookings:read", "revenue utilisation conversion charts figures"),
  },
  {
    title: "Settings",
    icon: Settings,
    screens: [
      { title: "My account", href: "/settings", permission: null, words: "sessions two-factor password" },
      { title: "Staff", href: "/settings/staff", permission: "staff:read", words: "invitations roles" },
      {
        title: "Imports and exports",
        href: "/settings/files",
        permission: "bookings:read",
        words: "csv upload download files",
      },
      { title: "Flags", href: "/settings/flags", permission: "operations:read", words: "features switches" },
      { title: "Audit", href: "/settings/audit", permission: "audit:read", words: "log who did what" },
      {
        title: "System",
        href: "/settings/system",
        permission: "operations:read",
        words: "health jobs status",
      },
    ],
  },
]

/** @returns the sections and screens that this person may open, empty sections left out. */
export function sectionsFor(permissions: readonly string[]): Section[] {
  const held = new Set(permissions)
  return sections.flatMap((section) => {
    const [first, ...rest] = section.screens.filter(
      ({ permission }) => permission === null || held.has(permission),
    )
    return first ? [{ ...section, screens: [first, ...rest] as [Screen, ...Screen[]] }] : []
  })
}

/** @returns whether the address belongs to the section; "/" belongs to Today alone. */
export function isInSection(section: Section, path: string): boolean {
  return section.screens.some(({ href }) =>
    href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`),
  )
}

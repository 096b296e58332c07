"use client"

import { type Tab, Tabs } from "@myhibachi/ui/tabs"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { DepositsView } from "./deposits-view.tsx"
import { ReceivablesView } from "./receivables-view.tsx"
import { RefundsView } from "./refunds-view.tsx"
import { SalesTaxView } from "./sales-tax-view.tsx"
import { TipsView } from "./tips-view.tsx"

const tabs: [Tab, ...Tab[]] = [
  { value: "receivables", label: "Receivables", content: <ReceivablesView /> },
  { value: "deposits", label: "Deposits held", content: <DepositsView /> },
  { value: "refunds", label: "Refunds", content: <RefundsView /> },
  { value: "tips", label: "Tips", content: <TipsView /> },
  { value: "sales-tax", label: "Sales tax", content: <SalesTaxView /> },
]

/** What is owed to us, held by us, sent back, and owed to chefs and states; every figure is the ledger's. */
export function MoneyReportsView() {
  const address = useAddress()
  return (
    <>
      <PageHeader title="Money reports" detail="Every figure is the ledger's, to the cent" />
      <Tabs
        label="Money reports"
        tabs={tabs}
        value={address.get("report") || "receivables"}
        onChange={(report) => address.set({ report })}
      />
    </>
  )
}

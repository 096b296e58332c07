import { formatMoney, type Money } from "@myhibachi/contract/money"
import { classNames } from "./class-names.ts"

/** An amount, in full and in tabular figures. */
export function MoneyText({ money, className }: { money: Money; className?: string }) {
  return <span className={classNames("whitespace-nowrap tabular-nums", className)}>{formatMoney(money)}</span>
}

import type { Allergen } from "@myhibachi/contract/catalog"
import { classNames } from "@myhibachi/ui/class-names"
import { Check } from "lucide-react"
import Link from "next/link"
import { allergenText, toggledMenuAddress } from "./menu-words.ts"

/** Chooses what the dishes must be free of; the choice is in the address. */
export function AllergenFilter({ allergens, without }: { allergens: Allergen[]; without: string[] }) {
  return (
    <nav aria-label="Show only dishes without" className="flex flex-wrap gap-2">
      {allergens.map((allergen) => {
        const isOn = without.includes(allergen)
        return (
          <Link
            key={allergen}
            href={toggledMenuAddress(without, allergen)}
            scroll={false}
            aria-current={isOn ? "true" : undefined}
            className={classNames(
              "inline-flex h-10 items-center gap-1.5 rounded-full border px-4 transition-colors duration-150",
              isOn ? "border-ink bg-ink text-paper" : "border-line-strong bg-surface hover:bg-sunken",
            )}
          >
            {isOn ? <Check aria-hidden className="size-4" /> : null}
            no {allergenText(allergen)}
          </Link>
        )
      })}
    </nav>
  )
}

import type { PriceBook } from "@myhibachi/contract/catalog"
import { Field } from "@myhibachi/ui/field"
import { Select } from "@myhibachi/ui/select"

interface VersionSelectProps {
  label: string
  books: PriceBook[]
  value: string
  onChange: (id: string) => void
  /** The word for no version, where that may be chosen. */
  none?: string
}

/** Chooses a version of the prices; drafts say so. */
export function VersionSelect({ label, books, value, onChange, none }: VersionSelectProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {none ? <option value="">{none}</option> : null}
        {books.map((book) => (
          <option key={book.id} value={book.id}>
            Version {book.version}: {book.name}
            {book.isCurrent ? " (in force)" : book.status === "draft" ? " (draft)" : ""}
          </option>
        ))}
      </Select>
    </Field>
  )
}

import type { PolicyKey } from "@myhibachi/contract/catalog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import type { TypedParameters } from "./policy-parameters.ts"
import { type ParameterWords, parameterWords } from "./policy-words.ts"

interface ParameterFieldsProps {
  policyKey: PolicyKey
  typed: TypedParameters
  onChange: (typed: TypedParameters) => void
  errors: Record<string, string>
}

/** What the rule decides, one field a figure, each named in plain words. */
export function ParameterFields({ policyKey, typed, onChange, errors }: ParameterFieldsProps) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      {Object.entries(parameterWords[policyKey]).map(([name, words]) => (
        <Field key={name} label={labelOf(words)} error={errors[name]}>
          <ParameterInput
            words={words}
            value={typed[name] ?? ""}
            onChange={(value) => onChange({ ...typed, [name]: value })}
          />
        </Field>
      ))}
    </div>
  )
}

function labelOf({ label, unit, kind, choices }: ParameterWords): string {
  const isList = kind === "counts" || (kind === "words" && !choices)
  return [label, unit ? ` (${unit})` : "", isList ? ", parted by commas" : ""].join("")
}

interface ParameterInputProps {
  words: ParameterWords
  value: string
  onChange: (value: string) => void
}

function ParameterInput({ words, value, onChange }: ParameterInputProps) {
  const choices = words.kind === "yes-no" ? { yes: "yes", no: "no" } : words.choices
  if (!choices)
    return (
      <Input
        inputMode={words.kind === "count" ? "numeric" : words.kind === "words" ? "text" : "decimal"}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <Select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {Object.entries(choices).map(([choice, title]) => (
        <option key={choice} value={choice}>
          {title}
        </option>
      ))}
    </Select>
  )
}

"use client"

import { ChefHours, SetWorkingHours } from "@myhibachi/contract/chef-time"
import type { Chef, WorkingHours } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { Plus, X } from "lucide-react"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { AffectedParties } from "./affected-parties.tsx"
import { useTimeChange } from "./use-time-change.ts"

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/** The weekly hours, and the parties that lie outside of them. */
export function HoursPart({ chef, mayWrite }: { chef: Chef; mayWrite: boolean }) {
  const hours = useQuery({
    queryKey: ["chef", chef.id, "hours"],
    queryFn: () => request(ChefHours, `/v1/chefs/${chef.id}/working-hours`),
  })
  return (
    <Loaded query={hours} lines={7}>
      {(data) => (
        <div className="flex max-w-2xl flex-col gap-6">
          <HoursForm
            key={JSON.stringify(data.workingHours)}
            chefId={chef.id}
            hours={data}
            mayWrite={mayWrite}
          />
          {data.partiesOutside.length > 0 ? (
            <section>
              <h3 className="font-semibold">Parties outside these hours</h3>
              <p className="mb-2 text-sm text-ink-soft">They stay with {chef.name} until you move them.</p>
              <AffectedParties parties={data.partiesOutside} timeZone={chef.timeZone} />
            </section>
          ) : null}
        </div>
      )}
    </Loaded>
  )
}

function HoursForm({ chefId, hours, mayWrite }: { chefId: string; hours: ChefHours; mayWrite: boolean }) {
  const [rules, setRules] = useState<(WorkingHours & { key: number })[]>(() =>
    hours.workingHours.map((rule, key) => ({ ...rule, key })),
  )
  const [problem, setProblem] = useState<string>()
  const save = useTimeChange({
    run: (body: SetWorkingHours) =>
      request(ChefHours, `/v1/chefs/${chefId}/working-hours`, { method: "PUT", body }),
    done: () => ({ title: "The working hours are saved" }),
  })
  const submit = () => {
    const parsed = SetWorkingHours.safeParse({ workingHours: rules })
    setProblem(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) save.mutate(parsed.data)
  }
  const change = (key: number, part: Partial<WorkingHours>) =>
    setRules(rules.map((rule) => (rule.key === key ? { ...rule, ...part } : rule)))
  const add = (weekday: number) =>
    setRules([
      ...rules,
      { weekday, from: "10:00", to: "22:00", key: Math.max(0, ...rules.map(({ key }) => key)) + 1 },
    ])
  return (
    <fieldset disabled={!mayWrite}>
      <p className="mb-2 text-sm text-ink-soft">
        Times on site in {hours.timeZone.replaceAll("_", " ")}; an end before the beginning is on the next
        day.
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {DAYS.map((day, index) => (
          <li key={day} className="grid items-start gap-x-3 py-2 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
            <span className="py-1 font-medium sm:py-2.5">{day}</span>
            <div className="flex flex-col gap-2">
              {rules
                .filter((rule) => rule.weekday === index + 1)
                .map((rule) => (
                  <SpanFields
                    key={rule.key}
                    label={day}
                    span={rule}
                    onChange={(part) => change(rule.key, part)}
                    onRemove={() => setRules(rules.filter(({ key }) => key !== rule.key))}
                  />
                ))}
              {mayWrite ? (
                <Button variant="quiet" size="small" className="self-start" onClick={() => add(index + 1)}>
                  <Plus aria-hidden className="size-4" /> Add hours
                  <span className="sr-only"> on {day}</span>
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {problem ? <p className="mt-2 text-sm font-medium text-bad">{problem}</p> : null}
      {mayWrite ? (
        <Button className="mt-4" isBusy={save.isPending} onClick={submit}>
          Save the hours
        </Button>
      ) : null}
    </fieldset>
  )
}

interface SpanFieldsProps {
  label: string
  span: { from: string; to: string }
  onChange: (part: { from?: string; to?: string }) => void
  onRemove: () => void
}

/** From and until of one span. */
export function SpanFields({ label, span, onChange, onRemove }: SpanFieldsProps) {
  return (
    <div className="flex items-center gap-2">
      <Input
        type="time"
        aria-label={`${label} from`}
        value={span.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
        className="min-w-0 flex-1 sm:w-36 sm:flex-none"
      />
      <span aria-hidden>–</span>
      <Input
        type="time"
        aria-label={`${label} until`}
        value={span.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        className="min-w-0 flex-1 sm:w-36 sm:flex-none"
      />
      <Button
        variant="quiet"
        size="icon-small"
        aria-label={`Remove these hours of ${label}`}
        onClick={onRemove}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  )
}

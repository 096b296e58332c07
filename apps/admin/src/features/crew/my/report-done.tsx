"use client"

import type { JobSheet } from "@myhibachi/contract/assignments"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { NumberStepper } from "@myhibachi/ui/number-stepper"
import { useState } from "react"
import { ActionState } from "./action-state.tsx"
import { useChefAction } from "./use-chef-action.ts"

/** Whom the chef served, begun with what was planned for them. */
export function ReportDone({ job }: { job: JobSheet }) {
  const isAlone = job.chefs === 1
  const [adults, setAdults] = useState(job.serves.adults)
  const [children, setChildren] = useState(
    isAlone ? job.guests.children : job.serves.guests - job.serves.adults,
  )
  const [littleOnes, setLittleOnes] = useState(isAlone ? job.guests.littleOnes : 0)
  const done = useChefAction(`/v1/assignments/${job.id}/complete`)
  return (
    <section aria-label="Done" className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">Whom did you serve?</h2>
      <Field label="Adults (13 and older)">
        <NumberStepper name="adult" value={adults} onChange={setAdults} />
      </Field>
      <Field label="Children (6 to 12)">
        <NumberStepper name="child" value={children} onChange={setChildren} />
      </Field>
      <Field label="Little ones">
        <NumberStepper name="little one" value={littleOnes} onChange={setLittleOnes} />
      </Field>
      <Button
        size="large"
        isBusy={done.isPending && !done.isPaused}
        onClick={() => done.mutate({ body: { served: { adults, children, littleOnes } } })}
      >
        The party is done
      </Button>
      <ActionState action={done} />
    </section>
  )
}

"use client"

import { AreaDecision } from "@myhibachi/contract/areas"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"

/** Asks what is decided about an address, with the saved areas. */
export function TestAddressForm({ onTested }: { onTested: (place: AreaDecision["place"]) => void }) {
  const [address, setAddress] = useState("")
  const test = useMutation({
    mutationFn: () => request(AreaDecision, "/v1/service-areas/test", { method: "POST", body: { address } }),
    onSuccess: ({ place }) => onTested(place),
  })
  return (
    <section aria-labelledby="test-address">
      <h2 id="test-address" className="mb-3 text-lg font-semibold">
        Test an address
      </h2>
      <Form
        className="flex items-end gap-2"
        onSubmit={() => {
          test.mutate()
        }}
      >
        <Field label="Address, city or ZIP code" className="flex-1">
          <Input value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
        </Field>
        <Button
          type="submit"
          variant="secondary"
          isBusy={test.isPending}
          disabled={address.trim().length < 2}
        >
          Test
        </Button>
      </Form>
      <div role="status" className="mt-3">
        {test.error ? <Failure error={test.error} /> : null}
        {test.data ? <Decision decision={test.data} /> : null}
      </div>
    </section>
  )
}

function Decision({ decision }: { decision: AreaDecision }) {
  const covering = decision.checks.filter(({ covers }) => covers !== null)
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        {decision.isServed ? <Badge state="good">We come</Badge> : <Badge state="bad">We do not come</Badge>}
        <span className="text-sm text-ink-soft">{reasons[decision.decidedBy]}</span>
      </p>
      <p className="mt-2">{decision.detail}</p>
      {covering.length > 0 ? (
        <ul className="mt-2 text-sm text-ink-soft">
          {covering.map(({ areaId, name, covers }) => (
            <li key={areaId}>
              {name}: {covers === "zip" ? "has this ZIP code" : "its shape holds this place"}
              {areaId === decision.areaId ? ", and decides" : ""}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const reasons: Record<AreaDecision["decidedBy"], string> = {
  "refusing-area": "an area takes it out",
  "serving-area": "an area lets it in",
  distance: "within the farthest drive",
  "out-of-reach": "beyond the farthest drive, and in no area",
  address: "the address is not clear",
}

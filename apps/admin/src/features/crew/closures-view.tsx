"use client"

import {
  AddBlackout,
  AffectedParties as Affected,
  Blackout,
  BlackoutList,
  type BlackoutSpan,
} from "@myhibachi/contract/chef-time"
import { type Station, StationList } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { AffectedParties } from "./affected-parties.tsx"
import { emptySpan, readWallSpan, WallSpanFields } from "./span-fields.tsx"
import { spanText } from "./span-text.ts"
import { useTimeChange } from "./use-time-change.ts"

/** When the company or a station does not cook. */
export function ClosuresView() {
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const closures = useQuery({ queryKey: ["closures"], queryFn: () => request(BlackoutList, "/v1/blackouts") })
  const mayWrite = useMay("crew:write")
  const all = stations.data?.items ?? []
  return (
    <>
      <PageHeader
        back={{ href: "/crew", title: "Crew" }}
        title="Closures"
        detail="Nothing is offered while the company or a station is closed. Parties that are booked stay."
        actions={mayWrite && all.length > 0 ? <CloseDialog stations={all} /> : null}
      />
      <Loaded query={closures}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Open every day">Closures to come appear here.</EmptyState>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {items.map((closure) => (
                <ClosureRow key={closure.id} closure={closure} stations={all} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

interface ClosureRowProps {
  closure: Blackout
  stations: Station[]
  mayWrite: boolean
}

function ClosureRow({ closure, stations, mayWrite }: ClosureRowProps) {
  const station = stations.find(({ id }) => id === closure.stationId)
  const timeZone = (station ?? stations[0])?.timeZone ?? "UTC"
  const closeAgain = useTimeChange({
    run: addClosure,
    done: () => ({ title: `${closure.reason}: closed again` }),
  })
  const open = useTimeChange({
    run: () => request(z.undefined(), `/v1/blackouts/${closure.id}`, { method: "DELETE" }),
    done: () => ({
      title: `${closure.reason}: open again`,
      action: { label: "Undo", run: () => closeAgain.mutate(closure) },
    }),
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span>
        <span className="font-medium">{closure.reason}</span>
        <span className="block text-sm text-ink-soft">
          {station?.name ?? "The whole company"}, {spanText(closure, timeZone)}
        </span>
      </span>
      {mayWrite ? (
        <Button variant="secondary" size="small" isBusy={open.isPending} onClick={() => open.mutate()}>
          Open again<span className="sr-only">: {closure.reason}</span>
        </Button>
      ) : null}
    </li>
  )
}

function addClosure({ from, to, reason, stationId }: AddBlackout) {
  return request(Blackout, "/v1/blackouts", { method: "POST", body: { from, to, reason, stationId } })
}

function CloseDialog({ stations }: { stations: Station[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} title="Close" trigger={<Button>Close…</Button>}>
      {isOpen ? <CloseForm stations={stations} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function CloseForm({ stations, onDone }: { stations: Station[]; onDone: () => void }) {
  const [stationId, setStationId] = useState("")
  const [span, setSpan] = useState(emptySpan)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const timeZone = (stations.find(({ id }) => id === stationId) ?? stations[0])?.timeZone ?? "UTC"
  const wanted = readWallSpan(span, timeZone)
  const close = useTimeChange({ run: addClosure, done: () => ({ title: `${reason}: closed` }), onDone })
  const submit = () => {
    const parsed = AddBlackout.safeParse({ ...wanted, reason, stationId: stationId || null })
    setHint(parsed.success ? undefined : wanted ? parsed.error.issues[0]?.message : "Choose the first day.")
    if (parsed.success) close.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="What closes">
        <Select value={stationId} onChange={(event) => setStationId(event.currentTarget.value)}>
          <option value="">The whole company</option>
          {stations.map((station) => (
            <option key={station.id} value={station.id}>
              {station.name}
            </option>
          ))}
        </Select>
      </Field>
      <WallSpanFields span={span} onChange={setSpan} />
      <Field label="Reason" error={hint} isRequired>
        <Input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      {wanted && wanted.from < wanted.to ? (
        <Standing span={{ ...wanted, stationId: stationId || null }} timeZone={timeZone} />
      ) : null}
      <Button className="self-end" isBusy={close.isPending} onClick={submit}>
        Close
      </Button>
    </div>
  )
}

/** The parties that stay booked inside the closure. */
function Standing({ span, timeZone }: { span: BlackoutSpan; timeZone: string }) {
  const preview = useQuery({
    queryKey: ["closures", "preview", span],
    queryFn: () => request(Affected, "/v1/blackouts/preview", { method: "POST", body: span }),
  })
  return (
    <Loaded query={preview} lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-sm text-ink-soft">No party is booked then.</p>
        ) : (
          <section>
            <h3 className="font-semibold">These parties stay booked</h3>
            <p className="mb-2 text-sm text-ink-soft">Move or cancel them one by one.</p>
            <AffectedParties parties={items} timeZone={timeZone} />
          </section>
        )
      }
    </Loaded>
  )
}

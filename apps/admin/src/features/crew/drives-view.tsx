"use client"

import { StationList } from "@myhibachi/contract/crew"
import { type TravelLeg, TravelMatrix } from "@myhibachi/contract/travel"
import { Badge } from "@myhibachi/ui/badge"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { minutesText, sourceText } from "@/features/maps/drive-words.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { RemoveDriveButton, SetDriveDialog } from "./set-drive-dialog.tsx"

const columns: [Column<TravelLeg>, ...Column<TravelLeg>[]] = [
  {
    title: "Drive",
    cell: ({ from, to, reason }) => (
      <>
        <span className="block">
          {from.name ?? "a place"} → {to.name ?? pointText(to)}
        </span>
        {reason ? <span className="block font-normal text-ink-soft">{reason}</span> : null}
      </>
    ),
  },
  { title: "Miles", cell: (leg) => (leg.milesHundredths / 100).toFixed(2), isNumber: true },
  { title: "Time", cell: (leg) => minutesText(Math.round(leg.seconds / 60)), isNumber: true },
  {
    title: "Source",
    cell: ({ source }) => (
      <Badge state={source === "manual" ? "caution" : "neutral"}>{sourceText(source)}</Badge>
    ),
  },
  { title: "Age", cell: ({ ageDays }) => (ageDays === 1 ? "1 day" : `${ageDays} days`), isExtra: true },
]

/** Drives that quotes and the calendar use: measured ones with their age, and those that people set by hand. */
export function DrivesView() {
  const address = useAddress()
  const mayWrite = useMay("crew:write")
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const pages = usePages(TravelMatrix, "/v1/travel/matrix", {
    stationId: address.get("station"),
    source: address.get("source"),
    olderThanDays: address.get("age"),
  })
  const items = stations.data?.items ?? []
  return (
    <>
      <PageHeader
        title="Drives"
        detail="Measured drives count for 30 days. One set by hand counts until it is removed, for the fee and the calendar."
        actions={mayWrite ? <SetDriveDialog stations={items} /> : null}
      />
      <Filters>
        <ChoiceFilter
          label="Station"
          name="station"
          all="Every station"
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChoiceFilter label="Source" name="source" all="Any source" options={sources} />
        <ChoiceFilter label="Age" name="age" all="Any age" options={ages} />
      </Filters>
      <ListTable
        label="Drives"
        pages={pages}
        columns={mayWrite ? [...columns, removeColumn] : columns}
        keyOf={(leg) => `${leg.source} ${pointText(leg.from)} ${pointText(leg.to)}`}
        empty={{
          title: "No drive",
          detail: "Drives appear here as soon as somebody asks for a price at an address.",
        }}
      />
    </>
  )
}

const sources = [
  { value: "google-routes", label: "Measured" },
  { value: "manual", label: "Set by hand" },
]
const ages = [
  { value: "7", label: "Older than a week" },
  { value: "30", label: "Older than 30 days" },
]

const removeColumn: Column<TravelLeg> = {
  title: "",
  cell: (leg) => (leg.overrideId ? <RemoveDriveButton id={leg.overrideId} to={leg.to.name ?? ""} /> : null),
}

function pointText({ latitude, longitude }: TravelLeg["to"]): string {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
}

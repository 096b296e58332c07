"use client"

import { type Area, type AreaDecision, AreaList } from "@myhibachi/contract/areas"
import { type Station, StationList } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { AreaEditor } from "./area-editor.tsx"
import { AreasList } from "./areas-list.tsx"
import { TestAddressForm } from "./test-address-form.tsx"
import { useShape } from "./use-shape.ts"

const MAP_HEIGHT = "h-[24rem] lg:h-[calc(100dvh-11rem)] lg:min-h-[28rem]"

const AreaMap = dynamic(() => import("./area-map.tsx"), {
  ssr: false,
  loading: () => <Skeleton className={MAP_HEIGHT} />,
})

/** Where we come and where we do not, beside the distance: areas on a map, by ZIP codes, and an address to test. */
export function AreasView() {
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const areas = useQuery({ queryKey: ["areas"], queryFn: () => request(AreaList, "/v1/service-areas") })
  return (
    <Loaded query={areas} lines={8}>
      {({ items }) => <AreasScreen areas={items} stations={stations.data?.items ?? []} />}
    </Loaded>
  )
}

function AreasScreen({ areas, stations }: { areas: Area[]; stations: Station[] }) {
  const address = useAddress()
  const mayWrite = useMay("crew:write")
  const opened = address.get("area")
  const area = areas.find(({ id }) => id === opened) ?? null
  const isEditing = mayWrite && (opened === "new" || area !== null)
  return (
    <>
      <PageHeader
        title="Service areas"
        detail="Stations reach as far as their farthest drive. Areas add places beyond it, or take places out."
        actions={
          mayWrite && !isEditing ? (
            <Button onClick={() => address.set({ area: "new" }, "push")}>Draw an area</Button>
          ) : null
        }
      />
      <AreasWork
        key={isEditing ? opened : ""}
        areas={areas}
        stations={stations}
        area={area}
        isEditing={isEditing}
        onClose={() => address.set({ area: null })}
      />
    </>
  )
}

interface AreasWorkProps {
  areas: Area[]
  stations: Station[]
  area: Area | null
  isEditing: boolean
  onClose: () => void
}

function AreasWork({ areas, stations, area, isEditing, onClose }: AreasWorkProps) {
  const shape = useShape(area)
  const [tested, setTested] = useState<AreaDecision["place"]>(null)
  const others = isEditing ? areas.filter(({ id }) => id !== area?.id) : areas
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
      <div className="order-last flex min-w-0 flex-col gap-8 lg:order-first">
        {isEditing ? (
          <AreaEditor area={area} stations={stations} shape={shape} onClose={onClose} />
        ) : (
          <AreasList areas={areas} />
        )}
        <TestAddressForm onTested={setTested} />
      </div>
      <div className="min-w-0 lg:sticky lg:top-6">
        <AreaMap
          stations={stations}
          areas={others}
          editing={isEditing ? shape : null}
          tested={tested ? { ...tested, name: tested.formatted } : null}
          focusKey={area?.id ?? ""}
          className={MAP_HEIGHT}
        />
        <p className="mt-2 text-sm text-ink-soft">
          Dotted circles show the farthest drive as the crow flies; by road it ends a little earlier.
          Boundaries: U.S. Census Bureau.
        </p>
      </div>
    </div>
  )
}

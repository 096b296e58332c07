"use client"

import { TimeOffStatus } from "@myhibachi/contract/chef-time"
import { ChefList } from "@myhibachi/contract/crew"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { TimeOffList } from "./time-off-list.tsx"
import { TimeOffRequest } from "./time-off-request.tsx"

/** Who wants to be away, and what is in the way. */
export function TimeOffView() {
  const address = useAddress()
  const mayWrite = useMay("crew:write")
  const chefs = useQuery({ queryKey: ["chefs"], queryFn: () => request(ChefList, "/v1/chefs") })
  const active = chefs.data?.items.filter((chef) => chef.isActive) ?? []
  return (
    <>
      <PageHeader
        back={{ href: "/crew", title: "Crew" }}
        title="Time off"
        actions={mayWrite && active.length > 0 ? <TimeOffRequest chefs={active} /> : null}
      />
      <Filters>
        <ChoiceFilter
          label="State"
          name="status"
          all="Every state"
          options={TimeOffStatus.options.map((status) => ({ value: status, label: readableName(status) }))}
        />
      </Filters>
      <TimeOffList path="/v1/time-off" status={address.get("status")} />
    </>
  )
}

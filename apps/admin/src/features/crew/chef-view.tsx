"use client"

import { Chef } from "@myhibachi/contract/crew"
import { Badge } from "@myhibachi/ui/badge"
import { type Tab, Tabs } from "@myhibachi/ui/tabs"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { ChefCalendars } from "./chef-calendars.tsx"
import { ChefForm } from "./chef-form.tsx"
import { DayExceptions } from "./day-exceptions.tsx"
import { ActivityAction } from "./deactivate-dialog.tsx"
import { HomeForm } from "./home-form.tsx"
import { HoursPart } from "./hours-form.tsx"
import { TimeOffList } from "./time-off-list.tsx"
import { TimeOffRequest } from "./time-off-request.tsx"

/** One chef: who they are, when they work, when they are away. */
export function ChefView({ id }: { id: string }) {
  const chef = useQuery({ queryKey: ["chef", id], queryFn: () => request(Chef, `/v1/chefs/${id}`) })
  return (
    <Loaded query={chef} lines={8}>
      {(data) => <ChefPage chef={data} />}
    </Loaded>
  )
}

function ChefPage({ chef }: { chef: Chef }) {
  const address = useAddress()
  const mayWrite = useMay("crew:write")
  const tabs: [Tab, ...Tab[]] = [
    {
      value: "profile",
      label: "Profile",
      content: (
        <div className="flex flex-col gap-10">
          <ChefForm chef={chef} mayWrite={mayWrite} />
          <HomeForm key={chef.homeAddress} chef={chef} mayWrite={mayWrite} />
        </div>
      ),
    },
    { value: "hours", label: "Working hours", content: <HoursPart chef={chef} mayWrite={mayWrite} /> },
    { value: "days", label: "Other days", content: <DayExceptions chef={chef} mayWrite={mayWrite} /> },
    {
      value: "off",
      label: "Time off",
      content: (
        <div className="flex flex-col gap-6">
          {mayWrite ? <TimeOffRequest chefs={[chef]} /> : null}
          <TimeOffList path={`/v1/chefs/${chef.id}/time-off`} />
        </div>
      ),
    },
  ]
  if (mayWrite) tabs.push({ value: "calendars", label: "Calendars", content: <ChefCalendars chef={chef} /> })
  return (
    <>
      <PageHeader
        back={{ href: "/crew", title: "Crew" }}
        title={chef.name}
        detail={
          <>
            {readableName(chef.grade)} in {chef.stationName}{" "}
            {chef.isActive ? null : <Badge state="caution">Out of work</Badge>}{" "}
            <Link href={`/calendar?chef=${chef.id}&view=month`} className="underline underline-offset-4">
              Calendar
            </Link>
          </>
        }
        actions={mayWrite ? <ActivityAction chef={chef} /> : null}
      />
      <Tabs
        label={chef.name}
        tabs={tabs}
        value={address.get("tab") || "profile"}
        onChange={(tab) => address.set({ tab: tab === "profile" ? null : tab })}
      />
    </>
  )
}

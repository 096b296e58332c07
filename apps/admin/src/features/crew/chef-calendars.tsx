"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import {
  CalendarConnection,
  CalendarLogin,
  ChefConnection,
  type ConnectCalendar,
  FoundCalendars,
} from "@myhibachi/contract/chef-time"
import type { Chef } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Failure, Loaded } from "@/lists/loaded.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ChefFeedPart } from "./chef-feed-part.tsx"
import { useTimeChange } from "./use-time-change.ts"

/** The chef's own calendar program: our parties in it, and its busy times here. */
export function ChefCalendars({ chef }: { chef: Chef }) {
  const connection = useQuery({
    queryKey: ["chef", chef.id, "connection"],
    queryFn: () => request(ChefConnection, `/v1/chefs/${chef.id}/external-calendar`),
  })
  return (
    <div className="flex max-w-2xl flex-col gap-10">
      <section>
        <h3 className="text-lg font-semibold">Own calendar</h3>
        <p className="mb-4 text-ink-soft">
          Its busy times close starts here, and our parties appear there. Nothing else is read.
        </p>
        <Loaded query={connection}>
          {({ connection: found }) =>
            found ? <Connected chef={chef} connection={found} /> : <ConnectForm chef={chef} />
          }
        </Loaded>
      </section>
      <ChefFeedPart
        path={`/v1/chefs/${chef.id}/feed`}
        level="h3"
        detail="Any calendar program can subscribe to it. Who has the address sees the parties; it shows no money."
      />
    </div>
  )
}

function Connected({ chef, connection }: { chef: Chef; connection: CalendarConnection }) {
  const path = `/v1/chefs/${chef.id}/external-calendar`
  const sync = useTimeChange({
    run: () => request(CalendarConnection, `${path}/sync`, { method: "POST" }),
    done: ({ problem }) =>
      problem ? { title: problem, state: "bad" } : { title: `${connection.calendarName} is read` },
  })
  const disconnect = useTimeChange({
    run: () => request(z.undefined(), path, { method: "DELETE" }),
    done: () => ({
      title: `${connection.calendarName} is disconnected`,
      detail: "Its busy times are given back.",
    }),
  })
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span className="font-medium">{connection.calendarName}</span> of {connection.userName} at{" "}
        <span className="[overflow-wrap:anywhere]">{connection.serverUrl}</span>
      </p>
      {connection.problem ? (
        <p role="alert" className="font-medium text-bad">
          {connection.problem}
        </p>
      ) : null}
      <p className="text-sm text-ink-soft">
        {connection.syncedAt ? (
          <>
            Last read <WhenText instant={connection.syncedAt} />
          </>
        ) : (
          "Not read yet"
        )}
        , again every ten minutes.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" isBusy={sync.isPending} onClick={() => sync.mutate()}>
          Read now
        </Button>
        <Button variant="quiet" isBusy={disconnect.isPending} onClick={() => disconnect.mutate()}>
          Disconnect
        </Button>
      </div>
    </div>
  )
}

function ConnectForm({ chef }: { chef: Chef }) {
  const form = useForm<CalendarLogin>({
    resolver: zodResolver(CalendarLogin),
    mode: "onBlur",
    defaultValues: { serverUrl: "", userName: "", password: "" },
  })
  const { errors } = form.formState
  const [calendarUrl, setCalendarUrl] = useState("")
  const find = useMutation({
    mutationFn: (body: CalendarLogin) =>
      request(FoundCalendars, "/v1/external-calendars/find", { method: "POST", body }),
    onSuccess: ({ items }) => setCalendarUrl(items[0]?.url ?? ""),
  })
  const connect = useTimeChange({
    run: (body: ConnectCalendar) =>
      request(CalendarConnection, `/v1/chefs/${chef.id}/external-calendar`, { method: "PUT", body }),
    done: ({ calendarName }) => ({ title: `${calendarName} is connected and read` }),
  })
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={form.handleSubmit((login) =>
        calendarUrl ? connect.mutate({ ...login, calendarUrl }) : find.mutate(login),
      )}
    >
      <Field
        label="Server"
        hint="For example https://caldav.icloud.com"
        error={errors.serverUrl?.message}
        isRequired
      >
        <Input type="url" {...form.register("serverUrl")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errors.userName?.message} isRequired>
          <Input autoComplete="off" {...form.register("userName")} />
        </Field>
        <Field
          label="App password"
          hint="Made for programs in the account's settings."
          error={errors.password?.message}
          isRequired
        >
          <Input type="password" autoComplete="new-password" {...form.register("password")} />
        </Field>
      </div>
      {find.data && calendarUrl ? (
        <Field label="Calendar">
          <Select value={calendarUrl} onChange={(event) => setCalendarUrl(event.currentTarget.value)}>
            {find.data.items.map(({ url, name }) => (
              <option key={url} value={url}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {find.error ? <Failure error={find.error} /> : null}
      {find.data?.items.length === 0 ? <p className="text-bad">This account has no calendar.</p> : null}
      <Button type="submit" className="self-start" isBusy={find.isPending || connect.isPending}>
        {calendarUrl ? "Connect" : "Find calendars"}
      </Button>
    </form>
  )
}

"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { CreateChef, EditChef } from "@myhibachi/contract/chef-time"
import { Chef, ChefGrade, type Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type FieldErrors, type UseFormRegister, useForm } from "react-hook-form"
import type { z } from "zod"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { readableName } from "@/text/readable.ts"
import { useTimeChange } from "./use-time-change.ts"

type EditInput = z.input<typeof EditChef>
type CreateInput = z.input<typeof CreateChef>

/** Adds a chef to a station and leads to their page, where the hours are set. */
export function NewChefDialog({ stations }: { stations: Station[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} title="Add a chef" trigger={<Button>Add a chef…</Button>}>
      {isOpen ? <NewChefForm stations={stations} /> : null}
    </Dialog>
  )
}

function NewChefForm({ stations }: { stations: Station[] }) {
  const router = useRouter()
  const form = useForm<CreateInput, unknown, CreateChef>({
    resolver: zodResolver(CreateChef),
    mode: "onBlur",
    defaultValues: {
      name: "",
      grade: "regular",
      stationId: stations[0]?.id ?? "",
      skills: [],
      maxGuests: null,
      maxPartiesPerDay: 3,
    },
  })
  const { errors } = form.formState
  const create = useTimeChange({
    run: (body: CreateChef) => request(Chef, "/v1/chefs", { method: "POST", body }),
    done: (chef) => ({ title: `${chef.name} is added`, detail: "Set the working hours next." }),
    onDone: (chef) => router.push(`/crew/${chef.id}?tab=hours`),
  })
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={form.handleSubmit((body) => create.mutate(body))}
    >
      <Field label="Station" error={errors.stationId?.message}>
        <Select {...form.register("stationId")}>
          {stations.map((station) => (
            <option key={station.id} value={station.id}>
              {station.name}
            </option>
          ))}
        </Select>
      </Field>
      {/* safe: the fields of a new chef include those of every chef */}
      <ChefFields register={form.register as unknown as UseFormRegister<EditInput>} errors={errors} />
      {create.error ? <Failure error={create.error} /> : null}
      <Button type="submit" className="self-end" isBusy={create.isPending}>
        Add the chef
      </Button>
    </form>
  )
}

/** Who a chef is and what they take on at most. */
export function ChefForm({ chef, mayWrite }: { chef: Chef; mayWrite: boolean }) {
  const form = useForm<EditInput, unknown, EditChef>({
    resolver: zodResolver(EditChef),
    mode: "onBlur",
    values: {
      name: chef.name,
      grade: chef.grade,
      skills: chef.skills,
      maxGuests: chef.maxGuests,
      maxPartiesPerDay: chef.maxPartiesPerDay,
    },
  })
  const save = useTimeChange({
    run: (body: EditChef) =>
      request(Chef, `/v1/chefs/${chef.id}`, {
        method: "PATCH",
        body,
        headers: { "if-match": `"v${chef.version}"` },
      }),
    done: (saved) => ({ title: `${saved.name} is saved` }),
  })
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      noValidate
      onSubmit={form.handleSubmit((body) => save.mutate(body))}
    >
      <fieldset disabled={!mayWrite} className="contents">
        <ChefFields register={form.register} errors={form.formState.errors} />
        {mayWrite ? (
          <Button type="submit" className="self-start" isBusy={save.isPending}>
            Save
          </Button>
        ) : null}
      </fieldset>
    </form>
  )
}

interface ChefFieldsProps {
  register: UseFormRegister<EditInput>
  errors: FieldErrors<EditInput>
}

function ChefFields({ register, errors }: ChefFieldsProps) {
  return (
    <>
      <Field label="Name" error={errors.name?.message} isRequired>
        <Input {...register("name")} />
      </Field>
      <Field label="Grade" error={errors.grade?.message}>
        <Select {...register("grade")}>
          {ChefGrade.options.map((grade) => (
            <option key={grade} value={grade}>
              {readableName(grade)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Skills" hint="Separated by commas." error={errors.skills?.message}>
        <Input {...register("skills", { setValueAs: readSkills })} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Most guests alone"
          hint="Empty for as many as the policy says."
          error={errors.maxGuests?.message}
        >
          <Input inputMode="numeric" {...register("maxGuests", { setValueAs: readNumber })} />
        </Field>
        <Field label="Most parties a day" error={errors.maxPartiesPerDay?.message}>
          <Input inputMode="numeric" {...register("maxPartiesPerDay", { setValueAs: readNumber })} />
        </Field>
      </div>
    </>
  )
}

function readSkills(value: string | string[]): string[] {
  const parts = Array.isArray(value) ? value : value.split(",")
  return parts.map((skill) => skill.trim()).filter(Boolean)
}

function readNumber(value: string | number | null): number | null {
  if (value === null || value === "") return null
  return Number(value)
}

"use client"

import { ChefList } from "@myhibachi/contract/crew"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"

/** Whose parties and pay a chef's account shows. */
export function ChefSelect({ value, onChange }: { value: string; onChange: (chefId: string) => void }) {
  const chefs = useQuery({ queryKey: ["chefs"], queryFn: () => request(ChefList, "/v1/chefs") })
  return (
    <Select
      aria-label="Chef"
      value={value}
      disabled={!chefs.data}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{chefs.error ? "The chefs could not be read" : "Choose the chef"}</option>
      {chefs.data?.items
        .filter((chef) => chef.isActive)
        .map((chef) => (
          <option key={chef.id} value={chef.id}>
            {chef.name}, {chef.stationName}
          </option>
        ))}
    </Select>
  )
}

"use client"

import { Customer } from "@myhibachi/contract/customers"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type RequestOptions, request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Changes one customer by a route that answers with the customer, and shows what came of it. */
export function useCustomerChange(customerId: string, onDone: (customer: Customer) => void = () => {}) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ path, ...options }: RequestOptions & { path: string }) =>
      request(Customer, `/v1/customers/${customerId}${path}`, options),
    onSuccess: (customer) => {
      client.setQueryData(["customer", customerId], customer)
      onDone(customer)
      return client.invalidateQueries({ queryKey: [`/v1/customers/${customerId}/timeline`] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

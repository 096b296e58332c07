"use client"

import { ChefFeed } from "@myhibachi/contract/chef-time"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"

interface ChefFeedPartProps {
  /** Where the API has the feed of this chef. */
  path: string
  /** How deep in the page its name stands. */
  level: "h2" | "h3"
  detail: string
  /** What else can be done with the address. */
  actions?: (url: string) => ReactNode
}

/** A chef's parties for calendar programs: the address, and a new one when the old one came into wrong hands. */
export function ChefFeedPart({ path, level: Heading, detail, actions }: ChefFeedPartProps) {
  const feed = useQuery({ queryKey: [path], queryFn: () => request(ChefFeed, path) })
  return (
    <section>
      <Heading className={Heading === "h2" ? "mb-1 text-xl font-semibold" : "text-lg font-semibold"}>
        Private feed
      </Heading>
      <p className="mb-4 text-ink-soft">{detail}</p>
      <Loaded query={feed} lines={1}>
        {({ url }) => (
          <>
            <Field label="Address">
              <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
            </Field>
            <div className="mt-3 flex flex-wrap gap-2">
              {actions?.(url)}
              <NewAddress path={path} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}

function NewAddress({ path }: { path: string }) {
  const tell = useToast()
  const client = useQueryClient()
  const rotate = useMutation({
    mutationFn: () => request(ChefFeed, `${path}/rotate`, { method: "POST" }),
    onSuccess: (feed) => {
      client.setQueryData([path], feed)
      tell({ title: "The feed has a new address", detail: "The old one answers no more.", state: "good" })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Dialog
      title="Make a new address?"
      description="Calendar programs that read the old address see nothing more until they are given the new one."
      trigger={
        <Button variant="secondary" isBusy={rotate.isPending}>
          Make a new address…
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep the old one</Button>
          </DialogClose>
          <DialogClose>
            <Button onClick={() => rotate.mutate()}>Make a new one</Button>
          </DialogClose>
        </>
      }
    />
  )
}

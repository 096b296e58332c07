"use client"
import { GuestList, type PartyGuest } from "@myhibachi/contract/party-guests"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useToast } from "@myhibachi/ui/toast"
import { useEffect, useState } from "react"
import { ApiProblem, sentenceOf } from "@/api/problem.ts"
import { requestWithVersion } from "@/api/request.ts"
import { readDraft } from "@/forms/use-draft.ts"
import { GuestPlate } from "./guest-plate.tsx"
import { arrangeSafely, isTold, withEmptyPlaces } from "./safe-plate.ts"

const TITLES = { adult: "Adult", child: "Child", little_one: "Little one" }

/** Who eats what, guest by guest; what is typed stays in this tab until it is saved. */
export function GuestEditor({
  token,
  list,
  version,
}: {
  token: string
  list: GuestList
  version: string | null
}) {
  const toast = useToast()
  const [guests, setGuests] = useState(() => withEmptyPlaces(list))
  const [etag, setEtag] = useState(version)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const draft = useGuestDraft(`guests:${token}:${etag}`, guests, setGuests)
  const save = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      const { body, version: next } = await requestWithVersion(
        GuestList,
        `/v1/public/bookings/${token}/selections`,
        { method: "PUT", body: { guests: guests.filter(isTold) }, ...(etag ? { ifMatch: etag } : {}) },
      )
      setEtag(next)
      setGuests(withEmptyPlaces(body))
      draft.forget()
      toast({ title: "Saved.", detail: "Your chef sees it on the sheet of the party.", state: "good" })
    } catch (error) {
      setComplaint(
        error instanceof ApiProblem && error.status === 412
          ? "The party was changed elsewhere. Note what you chose, load the page again and choose anew."
          : sentenceOf(error),
      )
    } finally {
      setIsBusy(false)
    }
  }
  const change = (index: number, guest: PartyGuest) =>
    setGuests((now) => now.map((other, place) => (place === index ? guest : other)))
  const fill = () => {
    const first = guests.find((guest) => guest.choices.length > 0)
    if (!first) return setComplaint("Choose the proteins of one guest first; the others then get the same.")
    setGuests((now) => now.map((guest) => likeFirst(guest, first, list)))
  }
  const choosing = guests.filter((guest) => guest.band !== "little_one")
  const chosen = choosing.filter((guest) => guest.choices.length > 0).length
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="font-medium">
          {chosen} of {choosing.length} have chosen
        </p>
        <Button variant="secondary" size="small" onClick={fill}>
          The same for everybody else
        </Button>
      </div>
      {guests.map((guest, index) => (
        <GuestPlate
          // biome-ignore lint/suspicious/noArrayIndexKey: guests have no name yet; their place is who they are
          key={index}
          guest={guest}
          title={`${TITLES[guest.band]} ${guests.slice(0, index + 1).filter((one) => one.band === guest.band).length}`}
          list={list}
          onChange={(next) => change(index, next)}
        />
      ))}
      {complaint ? <ErrorState title="Not saved yet.">{complaint}</ErrorState> : null}
      <div data-bottom-bar="tall" className="sticky bottom-0 border-t border-line bg-surface py-4">
        <Button width="full" size="large" onClick={save} isBusy={isBusy}>
          Save who eats what
        </Button>
      </div>
    </div>
  )
}

/** Only guests who have not chosen get the first one's proteins, as far as they are safe and not upgrades. */
function likeFirst(guest: PartyGuest, first: PartyGuest, list: GuestList): PartyGuest {
  if (guest.band === "little_one" || guest.choices.length > 0) return guest
  const included = first.choices.filter(
    ({ sku }) => list.proteins.find((item) => item.sku === sku)?.kind === "protein",
  )
  return arrangeSafely({ ...guest, choices: included.slice(0, list.proteinsPerGuest) }, list)
}

function useGuestDraft(
  key: string,
  guests: PartyGuest[],
  restore: (guests: PartyGuest[]) => void,
): { forget: () => void } {
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => {
    const kept = GuestList.shape.guests.safeParse(readDraft(key))
    if (kept.success && kept.data.length === guests.length) restore(kept.data)
  }, [key])
  useEffect(() => {
    sessionStorage.setItem(key, JSON.stringify(guests))
  }, [key, guests])
  return { forget: () => sessionStorage.removeItem(key) }
}

import type { BookingPage } from "@myhibachi/contract/booking"
import type { PublicConfig } from "@myhibachi/contract/catalog"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { TimeText } from "@myhibachi/ui/time-text"
import Link from "next/link"
import type { ReactNode } from "react"
import { AskForWeather } from "./ask-for-weather.tsx"
import { AskPerson } from "./ask-person.tsx"
import { CancelParty } from "./cancel-party.tsx"
import { ChangeDetailsSheet } from "./change-details.tsx"
import { ChangeGuestsSheet } from "./change-guests.tsx"
import { MoveParty } from "./move-party.tsx"

/** What can still be changed, until when, and how. What is closed says who can help. */
export function PartyChanges({
  party,
  version,
  config,
  window,
}: {
  party: BookingPage
  version: string | null
  config: PublicConfig
  window: { first: string; last: string }
}) {
  const { changeGuestsUntil, rescheduleUntil, cancel, isCancelAsked, waitForWeather } = party.can
  return (
    <Card aria-label="What can change">
      <CardHeader title="What can I still change?" />
      <ul className="divide-y divide-line">
        <Change
          title="Guests and extras"
          until={changeGuestsUntil}
          timeZone={party.timeZone}
          action={
            changeGuestsUntil ? <ChangeGuestsSheet party={party} version={version} config={config} /> : null
          }
        />
        <Change
          title="Who eats what, and allergies"
          until={changeGuestsUntil}
          timeZone={party.timeZone}
          action={
            changeGuestsUntil ? (
              <LinkButton variant="secondary" asChild>
                <Link href={`/party/${party.token}/guests`}>Choose</Link>
              </LinkButton>
            ) : null
          }
        />
        <Change
          title="For your chef: way in, parking, place"
          until={changeGuestsUntil}
          timeZone={party.timeZone}
          action={changeGuestsUntil ? <ChangeDetailsSheet party={party} version={version} /> : null}
        />
        <Change
          title="Date and time"
          until={rescheduleUntil}
          timeZone={party.timeZone}
          action={rescheduleUntil ? <MoveParty party={party} window={window} /> : null}
        />
        {waitForWeather ? (
          <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
            <div>
              <p className="font-medium">Rain is forecast</p>
              <p className="text-sm text-ink-soft">
                Outdoors without cover the party can wait, and moves free.
              </p>
            </div>
            <AskForWeather party={party} />
          </li>
        ) : null}
        {cancel ? (
          <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
            <div>
              <p className="font-medium">Cancel the party</p>
              <p className="text-sm text-ink-soft">
                {isCancelAsked
                  ? "So close to the party a manager decides; you see what would come back."
                  : "You see what comes back before you decide."}
              </p>
            </div>
            <CancelParty party={party} />
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

function Change({
  title,
  until,
  timeZone,
  action,
}: {
  title: string
  until: string | null
  timeZone: string
  action: ReactNode
}) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-soft">
          {until ? (
            <>
              Here until <TimeText instant={until} timeZone={timeZone} shape="short" />.
            </>
          ) : (
            "Closed here; a person can say what is possible."
          )}
        </p>
      </div>
      {action ?? <AskPerson about={title} />}
    </li>
  )
}

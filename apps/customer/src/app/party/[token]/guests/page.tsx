import { GuestList } from "@myhibachi/contract/party-guests"
import { Card } from "@myhibachi/ui/card"
import type { Metadata } from "next"
import { readWithVersion } from "@/api/read.ts"
import { AskPerson } from "@/party/ask-person.tsx"
import { GuestEditor } from "@/party/guest-editor.tsx"
import { BackLink } from "@/site/back-link.tsx"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Who eats what", robots: { index: false } }

export default async function GuestsPage({ params }: PageProps<{ token: string }>) {
  const { token } = await params
  const { body: list, version } = await readWithVersion(GuestList, `/v1/public/bookings/${token}/selections`)
  return (
    <>
      <BackLink href={`/party/${token}`}>My party</BackLink>
      <PageHeading title="Who eats what">
        Two proteins for everybody over five. Tell us every allergy: we leave out what we can, and do not
        serve the rest to that guest. {list.notices.join(" ")}
      </PageHeading>
      <Card aria-label="Guests">
        {list.isOpen ? (
          <GuestEditor token={token} list={list} version={version} />
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>The choices are closed here. A person can still note what matters for somebody's health.</p>
            <AskPerson about="Choices and allergies" />
          </div>
        )}
      </Card>
    </>
  )
}

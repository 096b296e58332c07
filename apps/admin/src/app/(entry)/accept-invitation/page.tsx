import type { Metadata } from "next"
import { AcceptInvitationForm } from "@/entry/accept-invitation-form.tsx"

export const metadata: Metadata = { title: "Join" }

export default async function AcceptInvitationPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { token } = await searchParams
  return <AcceptInvitationForm token={typeof token === "string" ? token : ""} />
}

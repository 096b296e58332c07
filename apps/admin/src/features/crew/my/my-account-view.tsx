"use client"

import { Button, LinkButton } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { AccountView } from "@/features/identity/account-view.tsx"
import { ChefFeedPart } from "../chef-feed-part.tsx"

/** A chef's own calendar, then what everybody on the staff has: second step, sign-ins, password. */
export function MyAccountView() {
  return (
    <AccountView>
      <ChefFeedPart
        path="/v1/chefs/me/feed"
        level="h2"
        detail="Your parties in the calendar of your phone. Who has the address sees them; it shows no money."
        actions={(url) => (
          <>
            <LinkButton variant="secondary" href={url.replace(/^https?:/, "webcal:")}>
              Open in my calendar
            </LinkButton>
            <CopyAddress url={url} />
          </>
        )}
      />
    </AccountView>
  )
}

function CopyAddress({ url }: { url: string }) {
  const tell = useToast()
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => tell({ title: "The address is copied", state: "good" }),
      () =>
        tell({ title: "Your browser copies nothing; tap the address and copy it yourself.", state: "bad" }),
    )
  return (
    <Button variant="secondary" onClick={copy}>
      Copy
    </Button>
  )
}

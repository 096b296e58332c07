import { passingOn } from "@myhibachi/ui/pass-on"
import { apiUrl } from "@/api/read-on-server.ts"

export const dynamic = "force-dynamic"

const passOn = passingOn({
  apiUrl,
  allowed: /^\/api\/(v1|health)\//,
  unreachable: "The API does not answer. Nothing was changed; try again in a moment.",
})

export { passOn as DELETE, passOn as GET, passOn as PATCH, passOn as POST, passOn as PUT }

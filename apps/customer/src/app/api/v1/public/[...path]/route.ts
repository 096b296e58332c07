import { passingOn } from "@myhibachi/ui/pass-on"
import { apiUrl } from "@/api/read.ts"

export const dynamic = "force-dynamic"

// Only the public routes are reachable here: staff have a site of their own.
const passOn = passingOn({
  apiUrl,
  allowed: /^\/api\/v1\/public\//,
  unreachable: "We cannot reach our records right now. Nothing was lost; please try again in a moment.",
})

export { passOn as DELETE, passOn as GET, passOn as PATCH, passOn as POST, passOn as PUT }

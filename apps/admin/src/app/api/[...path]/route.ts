import { passOn } from "@/api/pass-on.ts"

export const dynamic = "force-dynamic"

export { passOn as DELETE, passOn as GET, passOn as PATCH, passOn as POST, passOn as PUT }

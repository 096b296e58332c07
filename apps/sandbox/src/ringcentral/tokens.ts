import type { Context } from "../core/context.ts"
import { type JsonObject, toNumber, toText } from "../core/json.ts"
import { RingCentralRefusal } from "./errors.ts"

const accessSeconds = 3600
const refreshSeconds = 7 * 24 * 3600

export type Tokens = {
  /** @throws RingCentralRefusal when the grant is not good. */
  grant(authorization: string, form: JsonObject): object
  /** @throws RingCentralRefusal 401 when the token is unknown or too old. */
  require(authorization: string): void
}

/** The tokens that were given out; a refresh token counts once. */
export function createTokens(ctx: Context): Tokens {
  const access = ctx.records.collection("ringcentral.access")
  const refresh = ctx.records.collection("ringcentral.refresh")
  const issue = () => {
    const accessToken = ctx.ids.next("", 40)
    const refreshToken = ctx.ids.next("", 40)
    access.put(accessToken, { until: ctx.clock.unix() + accessSeconds })
    refresh.put(refreshToken, { until: ctx.clock.unix() + refreshSeconds })
    return {
      access_token: accessToken,
      expires_in: accessSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: refreshSeconds,
      scope: "ReadMessages SMS SubscriptionWebhook",
      token_type: "bearer",
      owner_id: "256440016",
      endpoint_id: ctx.ids.next("", 22),
      session_id: ctx.ids.next("", 22),
    }
  }
  return {
    grant: (authorization, form) => {
      requireClient(authorization)
      switch (toText(form.grant_type)) {
        case "urn:ietf:params:oauth:grant-type:jwt-bearer":
          if (["", "wrong"].includes(toText(form.assertion))) throw invalidGrant("The JWT is not valid")
          return issue()
        case "refresh_token": {
          const token = toText(form.refresh_token)
          const known = refresh.get(token)
          refresh.remove(token)
          if (!known || (toNumber(known.until) ?? 0) <= ctx.clock.unix())
            throw invalidGrant("Token not found")
          return issue()
        }
        default:
          throw new RingCentralRefusal(400, "OAU-250", "Unsupported grant type")
      }
    },
    require: (authorization) => {
      const known = access.get(authorization.replace(/^Bearer /i, ""))
      if (known && (toNumber(known.until) ?? 0) > ctx.clock.unix()) return
      throw new RingCentralRefusal(401, "TokenInvalid", "Access token is expired or invalid")
    },
  }
}

function requireClient(authorization: string): void {
  const [, encoded] = /^Basic (.+)$/i.exec(authorization) ?? []
  const [id, secret] = Buffer.from(encoded ?? "", "base64")
    .toString()
    .split(":")
  if (!id || !secret || secret === "wrong")
    throw new RingCentralRefusal(401, "OAU-153", "Client authentication is required")
}

function invalidGrant(message: string): RingCentralRefusal {
  return new RingCentralRefusal(400, "OAU-213", message)
}

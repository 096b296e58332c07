import { createHash } from "node:crypto"
import type { Mail } from "#modules/mail/index.ts"
import type { Context } from "#platform/context.ts"

/** @returns the mail with the link to choose a new password; the link lives one hour. */
export function passwordResetMail(ctx: Context, user: { name: string; email: string }, token: string): Mail {
  const url = new URL("/reset-password", ctx.services.config.ADMIN_URL)
  url.searchParams.set("token", token)
  return {
    key: `password-reset:${fingerprint(token)}`,
    to: user.email,
    subject: "Choose a new password for MyHibachi",
    title: "Choose a new password",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${user.name}, somebody asked to reset your password. If it was you, go on here within one hour.`,
      },
      { kind: "button", label: "Choose a new password", url: url.href },
      { kind: "paragraph", text: "If it was not you, do nothing: your password stays as it is." },
    ],
    reason: "You get this mail because your address belongs to a staff account of MyHibachi.",
  }
}

/** @returns the mail that invites a new member of the staff. */
export function invitationMail(
  ctx: Context,
  invitation: { name: string; email: string; title: string; days: number },
  token: string,
): Mail {
  const url = new URL("/accept-invitation", ctx.services.config.ADMIN_URL)
  url.searchParams.set("token", token)
  return {
    key: `invitation:${fingerprint(token)}`,
    to: invitation.email,
    subject: "Your invitation to MyHibachi",
    title: `Welcome, ${invitation.name}`,
    blocks: [
      {
        kind: "paragraph",
        text: `You are invited to join MyHibachi as ${invitation.title}. Choose a password to begin; the link works once, for ${invitation.days} days.`,
      },
      { kind: "button", label: "Accept the invitation", url: url.href },
    ],
    reason: "You get this mail because somebody at MyHibachi invited this address.",
  }
}

function fingerprint(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 24)
}

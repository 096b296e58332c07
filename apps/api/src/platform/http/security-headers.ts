/**
 * Headers of every reply, as OWASP's cheat sheet for REST advises: nothing may be loaded, framed or guessed from a
 * reply.
 */
export const SECURITY_HEADERS = Object.freeze({
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "cross-origin-resource-policy": "same-origin",
})

/** What only means something for a page that a browser opens: the documentation, which relaxes the policy too. */
export const PAGE_HEADERS = Object.freeze({
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
})

/**
 * Headers of every reply, as OWASP's secure headers project advises for an API: nothing may be loaded,
 * framed or guessed from a reply. The documentation page relaxes the first for itself.
 */
export const SECURITY_HEADERS = Object.freeze({
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
})

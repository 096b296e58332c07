/**
 * Gives a page a policy under which only the site's own scripts run.
 * @returns the policy for the page request, where Next reads the nonce for its own scripts, and the headers
 * of the reply.
 */
export function securityHeaders(isDevelopment: boolean): { policy: string; reply: [string, string][] } {
  const policy = policyWith(crypto.randomUUID().replaceAll("-", ""), isDevelopment)
  const reply: [string, string][] = [
    ["content-security-policy", policy],
    // Links in addresses are keys; no other site may see them.
    ["referrer-policy", "same-origin"],
    ["x-content-type-options", "nosniff"],
  ]
  return { policy, reply }
}

function policyWith(nonce: string, isDevelopment: boolean): string {
  // React's development build explains errors with eval; the production build never uses it.
  const development = isDevelopment ? " 'unsafe-eval'" : ""
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}

/** The vendors whose models sit at the shipped table. */
export const MODEL_VENDORS = ["openai", "anthropic", "mistral"] as const

/** @returns the settings that send all three to a sandbox at `url`. */
export function modelSettings(url: string): Record<string, string> {
  const pairs = MODEL_VENDORS.flatMap((vendor) => {
    const name = vendor.toUpperCase()
    return [
      [`${name}_API_KEY`, "sandbox-key"],
      [`${name}_BASE_URL`, `${url}/${vendor}/v1`],
    ]
  })
  return Object.fromEntries(pairs)
}

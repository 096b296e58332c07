/** A capability that can be switched as a whole, and what it needs to be on. */
export interface Feature {
  flag: string
  title: string
  requires: string[]
}

/** The six batches of the plan and what they consist of, in the order in which they can be switched on. */
export const FEATURES: Feature[] = [
  { flag: "FEATURE_CORE_API", title: "Booking, crew, customers, prices", requires: [] },
  { flag: "FEATURE_STRIPE", title: "Card payments", requires: ["FEATURE_CORE_API"] },
  { flag: "FEATURE_AI_CORE", title: "The assistant and its agents", requires: ["FEATURE_CORE_API"] },
  { flag: "FEATURE_RINGCENTRAL", title: "Text messages", requires: ["FEATURE_CORE_API"] },
  { flag: "FEATURE_META", title: "WhatsApp, Messenger and Instagram", requires: ["FEATURE_AI_CORE"] },
  { flag: "FEATURE_ADVANCED_AI", title: "Emotion and hospitality agents", requires: ["FEATURE_AI_CORE"] },
  { flag: "FEATURE_MARKETING", title: "Search, ads, analytics and reviews", requires: ["FEATURE_CORE_API"] },
  {
    flag: "FEATURE_MULTI_LLM",
    title: "The classroom: several models discuss",
    requires: ["FEATURE_AI_CORE"],
  },
  { flag: "FEATURE_SHADOW_LEARNING", title: "The student model learns", requires: ["FEATURE_MULTI_LLM"] },
]

const BUILT = new Set([
  "FEATURE_CORE_API",
  "FEATURE_STRIPE",
  "FEATURE_AI_CORE",
  "FEATURE_RINGCENTRAL",
  "FEATURE_MULTI_LLM",
])

/**
 * @returns the flags that are on: those built, unless the environment says `off`.
 * @throws Error when a flag is on without one that it requires, or is not a flag.
 */
export function enabledFeatures(settings: Readonly<Record<string, string>>): Set<string> {
  for (const name of Object.keys(settings)) {
    if (!FEATURES.some((feature) => feature.flag === name))
      throw new Error(
        `${name} is not a flag; known are ${FEATURES.map((feature) => feature.flag).join(", ")}.`,
      )
  }
  const on = new Set(
    FEATURES.map((feature) => feature.flag).filter((flag) => isOn(settings[flag], BUILT.has(flag))),
  )
  for (const feature of FEATURES) {
    const missing = feature.requires.filter((flag) => !on.has(flag))
    if (on.has(feature.flag) && missing.length > 0)
      throw new Error(`${feature.flag} needs ${missing.join(", ")}, which is off.`)
  }
  return on
}

function isOn(setting: string | undefined, fallback: boolean): boolean {
  if (setting === undefined) return fallback
  return ["on", "true", "1", "yes"].includes(setting.toLowerCase())
}

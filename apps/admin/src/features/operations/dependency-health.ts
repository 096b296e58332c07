import { z } from "zod"

const Dependency = z.object({
  name: z.string(),
  status: z.enum(["up", "down", "off"]),
  milliseconds: z.number().nullable(),
  note: z.string(),
})
export type Dependency = z.infer<typeof Dependency>

/** What the system depends on, with how it answers. */
export const DependencyHealth = z.object({ items: z.array(Dependency) })
export type DependencyHealth = z.infer<typeof DependencyHealth>

/** @returns the parts that should answer and do not; a part that is switched off is not broken. */
export function brokenParts(health: DependencyHealth): Dependency[] {
  return health.items.filter((part) => part.status === "down")
}

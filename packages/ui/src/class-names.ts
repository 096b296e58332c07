import { type ClassValue, clsx } from "clsx"
import { twMerge } from "tailwind-merge"

/** @returns the classes as one string; a later Tailwind class wins over an earlier one of its group. */
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values))
}

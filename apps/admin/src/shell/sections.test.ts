import { expect, test } from "vitest"
import { isInSection, sections, sectionsFor } from "./sections.ts"

test("shows nobody a section that their role cannot open", () => {
  const titles = sectionsFor(["crew:read"]).map(({ title }) => title)
  expect(titles).toEqual(["Calendar", "Crew", "Settings"])
})

test("opens a section at the first screen that the person may see", () => {
  const assistant = sectionsFor(["conversations:read"]).find(({ title }) => title === "Assistant")
  expect(assistant?.screens.map(({ href }) => href)).toEqual(["/assistant/knowledge"])
})

test("marks the section of a page below it, and Today only on its own page", () => {
  const marked = (path: string) =>
    sections.filter((section) => isInSection(section, path)).map(({ title }) => title)
  expect(marked("/bookings/bk_1")).toEqual(["Bookings"])
  expect(marked("/")).toEqual(["Today"])
  expect(marked("/moneybox")).toEqual([])
})

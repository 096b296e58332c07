import { expect, test } from "vitest"
import { glossSpanish, glossSpanishWithin, readMeanings } from "./spanish.ts"

test.each([
  [
    "hola! somos 16 adultos y 6 niños (3 tienen 4 años y 3 tienen 8).",
    "hi! we are 16 adults and 6 kids (3 are 4 years old and 3 are 8 years old).",
  ],
  [
    "sería el sáb 10 de julio a las 6pm, 55 millas de Miami",
    "is the Saturday July 10 at 6 pm, 55 miles from Miami",
  ],
  [
    "me mandaron una cotización ayer. hasta cuándo me la respetan?",
    "you sent me a quote yesterday. until when is the quote valid?",
  ],
  ["¿Ustedes traen las mesas y los platos?", "do you bring the tables and the plates?"],
  ["mi sobrino q tiene 16 años", "my nephew that is 16 years old"],
])("says in English what a customer wrote in Spanish: %s", (text, english) => {
  expect(glossSpanish(text)).toBe(english)
})

test("leaves English words and names in capitals of a mixed message as they are", () => {
  expect(glossSpanish("hola, can you come to LA? 8 mi from la playa")).toBe(
    "hi, can you come to LA? 8 miles from the playa",
  )
})

test("takes accents as they come: sí is yes, si is if, and cuanto asks like cuánto", () => {
  expect(glossSpanish("sí, si llueve cuanto cuesta?")).toBe("yes, if rain how much does it cost?")
})

test("no phrase is written down twice, where the later meaning would hide the earlier one", () => {
  const phrases = readMeanings().map(([phrase]) => phrase)
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
})

test.each([
  [
    "what if 20 min before empieza a llover? no tenemos carpa",
    "what if 20 min before start a rain? not we have tent",
  ],
  ["total for 12 in Los Angeles, con mi tía Rosa", "total for 12 in Los Angeles, with my relative Rosa"],
  ["we live in El Paso near Costa Mesa", "we live in El Paso near Costa Mesa"],
])("reads the Spanish within English, and no names: %s", (text, english) => {
  expect(glossSpanishWithin(text)).toBe(english)
})

export type Language = "en" | "es" | "other"

const SPANISH = new Set(
  `el la los las un una unos de del al que y en por para con sin es son está están hola gracias quiero quisiera
  necesito cuánto cuanto cuesta cuestan precio fiesta personas niños adultos puede pueden puedo tienen hay mi mis su
  cuándo cuando dónde donde cómo como qué pero más también mañana hoy sábado domingo viernes reservar reserva cancelar
  depósito deposito pagar propina pollo camarones carne lluvia llueve alergia alérgico mariscos gracias buenas buenos
  días tardes noches somos cumpleaños boda usted ustedes señor favor incluye incluyen todo nosotros es cuál cual
  quién cobran ofrecen hacen vienen menú huevo soya devuelven reembolso hablar persona ayuda cambiar fecha`.split(
    /\s+/,
  ),
)

const ENGLISH = new Set(
  `the a an of and to in is are do does you your we i my me it for on at with how what when where can could would will
  be have has want need if not no yes that this there any our us much many party people guests price cost book hi hello
  hey thanks thank please ok okay just about from or but was were did am im i'm it's its don't get what's stop help
  menu food deposit chef cancel tip weather rain allergic allergy refund happy birthday`.split(/\s+/),
)

/** Shorthand leaves out the small words: these say English too, where nothing says Spanish. */
const ENGLISH_OF_PARTIES =
  /\b(?:ur|u|r|plz|thx|whats|wats|adults?|kids?|ppl|ttl|total|free|open|avail(?:able)?|policy|cutoff|tonite|nite|weekend|tax|mi|miles|chicken|steak|shrimp|lobster|backyard|wedding|bday|sorry|disappointed|expected)\b/i

const LETTERS_OF_ELSEWHERE = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu

/** "8 mi from LA": miles and a city, whatever the same letters say in Spanish. */
const NOT_SPANISH = /\d ?mi\b|\bLA\b/g

/** Small words of both languages say which it is of neither. */
const OF_BOTH = new Set(["a", "no", "me"])

/** Of towns too: "La Jolla", "los angeles", "el cerrito". */
const IN_NAMES = new Set(["la", "las", "los", "el", "del"])

/** English, Spanish or neither, by function words; a text with neither and few words counts as English. */
export function detectLanguage(text: string): Language {
  const words =
    text
      .replace(NOT_SPANISH, " ")
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  const foreign = text.match(LETTERS_OF_ELSEWHERE)?.length ?? 0
  if (foreign > text.length / 4) return "other"
  let spanish = /[¿¡ñ]/.test(text) ? 1 : 0
  let isSure = spanish > 0
  let english = 0
  let both = 0
  for (const word of words) {
    if (SPANISH.has(word)) spanish++
    if (SPANISH.has(word) && !IN_NAMES.has(word)) isSure = true
    if (ENGLISH.has(word)) english++
    if (OF_BOTH.has(word)) both++
  }
  if (isSure && spanish > english - both) return "es"
  if (english === 0 && words.length >= 4 && !ENGLISH_OF_PARTIES.test(text)) return "other"
  return "en"
}

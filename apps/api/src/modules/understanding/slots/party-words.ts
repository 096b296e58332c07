/** Whom a noun counts. */
export type Band = "adult" | "teen" | "child" | "little" | "people"

const WORDS: Record<Band, string> = {
  adult:
    "adult adults adlt adlts adultos adulto grown-up grown-ups grownup grownups grownps moms mums mothers dads fathers grandmas grandpas husbands wives bridesmaids groomsmen teachers chaperones elders parents grandparents abuelos padres",
  teen: "teen teens teenager teenagers tween-teens adolescentes",
  child:
    "kid kids child childs children kiddo kiddos kidos kidz niño niños niña niñas nino ninos nina ninas grandkid grandkids grandchild grandchildren boy boys girl girls minor minors son sons daughter daughters nephew nephews niece nieces hijos hijas grandson grandsons granddaughter granddaughters stepson stepdaughter twins",
  little:
    "toddler toddlers baby babies infant infants newborn newborns bebe bebes bebé bebés bebito preschooler preschoolers tot tots bby littles little-ones",
  people:
    "person persons people ppl peeps guest guests invitee invitees attendee attendees head heads human humans pax folk folks friend friends coworker coworkers co-worker co-workers colleague colleagues employee employees relative relatives dude dudes dudette dudettes gentleman gentlemen lads lassies neighbor neighbors neighbour neighbours aunts uncles siblings brothers sisters girlfriends lady ladies woman women man men guy guys personas persona invitados comensales diner diners eater eaters mouth mouths member members student students player players senior seniors resident residents cousin cousins in-law in-laws buddy buddies pal pals roommate roommates teammate teammates classmate classmates",
}

const BAND_OF = new Map(
  (Object.entries(WORDS) as [Band, string][]).flatMap(([band, words]) =>
    words.split(" ").map((word): [string, Band] => [word, band]),
  ),
)

/** @returns whom the noun counts, or nothing for any other word. */
export function bandOfNoun(word: string): Band | undefined {
  return BAND_OF.get(word)
}

/** @returns the nouns of the bands as alternatives of an expression, the longest first. */
export function nounsOf(...bands: Band[]): string {
  return bands
    .flatMap((band) => WORDS[band].split(" "))
    .sort((one, other) => other.length - one.length)
    .join("|")
}

/** Stand between a number and its noun without changing either: "6 of the hungry adults". */
export const IS_ADJECTIVE =
  /^(?:total|hungry|small|smaller|young|younger|older|elderly|grown|close|male|female|adult|paying|invited|other|more|additional|extra|remaining|lovely|little|big|actual|very|different)$/

/** Somebody wishes, takes or changes: what stands before chooses what stands behind. */
export const IS_WISH =
  /^(?:wants?|wanted|wanting|would|'d|like|likes|love|loves|prefers?|gets?|getting|got|have|has|having|takes?|taking|took|choos(?:e|es|ing)|chose|chosen|picks?|picked|picking|ordering|upgrad(?:e|es|ed|ing)|go|goes|going|opt(?:s|ed|ing)?|eats?|eating|try|trying|needs?|adds?|adding|added|switch(?:es|ed|ing)?|swap(?:s|ped|ping)?|do|does|doing|did|done|with|con|quieren?|prefieren?|pide[ns]?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|receiv(?:e|es|ing)|selects?|selected|for)$/
/** Keeps a number and what is ordered together: "4 orders of", "3 to", "2 extra". */
export const IS_LINK =
  /^(?:of|the|a|an|orders?|portions?|servings?|plates?|sides?|pieces?|ordenes|órdenes|de|extra|more|additional|x|×|to|tails?|each|our|their|his|her|single|full|upgrades?|premium|as|ea|apiece|on|for)$/
/** Begins another thought: what stands before it is not the one who chooses. */
export const IS_BREAK =
  /^(?:none|nobody|how|what|whats|what's|which|when|where|why|we|we'd|we're|we'll|i|i'd|i'm|i'll|you|u|cuanto|cuánto|much|cost|costs|price|prices|total)$/
export const IS_ORDER = /^(?:orders?|portions?|servings?|plates?|sides?|ordenes|órdenes)$/
/** One person of the party, who chooses for themselves. */
export const IS_RELATION =
  /^(?:husband|wife|spouse|partner|girlfriend|boyfriend|fianc[eé]e?|mom|mother|dad|father|sister|brother|grandma|grandpa|grandmother|grandfather|son|daughter|aunt|uncle|cousin|boss|friend|roommate|bride|groom|niece|nephew|in-law)$/

// How people ask about food: the words by which a question about a dish is known.

export const CLAUSE_END =
  /(?<=[.?!;])\s+|\n+|,? (?:and|but|plus|also|so|or|oh and) (?:also |then |uh |um )?(?=(?:what about|how about|is|are|does|do|can|could|would|will|which|what|how|may|if)\b)/i
const FILLER = "(?:and|also|so|or|oh|ok(?:ay)?|but|plus|well|hmm|then|hi|hey|hello|y|thanks|great|cool)"
export const GOES_ON = new RegExp(
  `^\\W*(?:${FILLER}[\\s,!.]+)*(?:what about|how about|and|or|also|same (?:for|with)|in|for|the|is|are|does|do|what if)\\b|^\\W*(?:and|or|y)\\b`,
  "i",
)
export const ASKS =
  /\?|\b(?:ok(?:ay)?|safe|fine|y\/n|yes or no)\W*$|\b(?:can|could|may) (?:i|he|she|they|we)(?: \w+)? (?:get|have|eat|take|order)\b|\b(?:is|are) there\b|\banything\b|\b(?:which|what|whats|what's|any|list|name|tell me|let me know|know (?:if|whether)|wonder\w*|curious|find out|sure (?:if|whether))\b/i
export const AVOIDS =
  /\ballerg\w*|\bintoleran\w*|\bsensitiv\w*|\bcan(?:'?t|not) (?:have|eat|do|tolerate|take|stand)\b|\b(?:doesn'?t|don'?t|does not|do not|won'?t|never|no longer|not) (?:really )?(?:eat|do|like|touch|want|have|tolerate|drink|care for)\b|\b(?:doesn'?t|don'?t) like\b|\b(?:avoid|skip|hate|dislike)(?:s|ing|ed)?\b|\bstays? away\b|\boff (?:gluten|dairy|meat|sugar|carbs|pork|beef|fish|eggs|soy)\b|\bgave up\b|\b(?:cut|cutting) (?:out|down on)\b|\breacts? to\b|\bgets? (?:a |an )?(?:\w+ )?(?:rash|hives|itchy|sick|headache|stomach)|\bgives? (?:him|her|me|them|us)\b|\b(?:keeps?|is|are|eats?|being|goes|my|our|i'm|she's|he's) (?:a |an |strictly |fully |mostly )?(?:vegan|vegetarian|pescatarian)|-free (?:guest|person|eater|kid|son|daughter|wife|husband|mom)|\bneither\b.{0,30}\bnor\b|\bno (?:meat|fish|shellfish|seafood|dairy|milk|eggs?|gluten|wheat|soy|sesame|nuts|pork|beef|mustard)(?: for\b|,| no\b|\.|$)|\boff (?:soy|wheat)\b|\bno puede comer|\bal[eé]rgi\w*/i
export const SAFE =
  /\b(?:safe|ok(?:ay)?|fine|alright|all right|good|suitable|right|work|works|possible|allowed)\b|[- ]free\b|\bfree (?:of|from)\b|\b(?:can|could|may|should|will|would)\b.{0,40}\b(?:eat|have|take|order|choose|pick|get|do|enjoy)\b|\b(?:eat|have|choose|pick|order) (?:from|instead)\b|\b(?:options?|choices?|alternatives?|offer|left for|suit)s?\b|\bleaves? (?:her|him|me|us|them)\b|\bleft\b|\bwithout\b|\bfriendly\b/i
export const AGAINST =
  /\b(?:avoid|stay away|steer clear|off[- ]limits|keep (?:him|her|them|me|us|away)|watch (?:out )?for|not (?:have|eat|order|be able)|shouldn'?t (?:have|eat|order|touch)|can'?t (?:i|he|she|they|we|\w+ \w+) (?:have|eat)|skip|out|to leave|not allowed|unsafe|bad for|problem)\b/i
export const WITHOUT =
  /\b(?:without(?! (?:any )?(?:pay|extra|additional|charge|cost))|w\/o|leave (?:it|them|that|the [\w ]+|out|off)|leav(?:e|es|ing) [\w ]{0,25}(?:out|off)|skip(?:s|ped|ping)?|hold the|omit\w*|minus|instead of|rather than|replac\w+|swap\w*|substitut\w+|use (?:some )?(?:\w+ )?oil|in oil|keep [\w ]{0,20}out|(?:with|but) (?:no|zero)|(?:have|has|need) to (?:contain|have|include|be made with)|no \w+ (?:on|in) (?:mine|his|hers?|it|the)|sin)\b/i
export const REQUESTS =
  /\b(?:can|could|will|would|may|possible|please|ask|want|need|like|make|if|pueden?|se puede)\b|\?/i
export const PARTS =
  /\b(?:what(?:'s| is| are|s)?(?: exactly| all)? (?:in|inside|on)|(?:what|which) [\w ]{0,25}(?:is|are|go|goes|come|comes) (?:in|inside|into)|made (?:of|from|with|out of)|ingredients?|allergens?|consists? of|what (?:does|do) .{0,40}\b(?:contain|have|consist)\b|what goes in(?:to)?|what (?:all |else )?do(?:es)? (?:you|they|he|the chef|it) (?:put|use|add)|differences? between(?!.*\b(?:price|cost|pay)\b)|what'?s .{0,30}\bmade\b|recipe)\b/i
/** "What is in it besides egg?" */
export const KNOWN_PARTS =
  /\b(?:in it|have|contain\w*|made)\b.{0,20}\b(?:besides|other than|apart from|aside from|except)\b/i
export const PREPARES =
  /\bhow (?:is|are|do|does|will|would|you)\b.{0,40}\b(?:cook|cooked|prepare|prepared|make|made|grill|grilled|fry|fried|season|seasoned|done)\b|\b(?:is|are)\b.{0,30}\b(?:grilled|fried|deep[- ]fried|steamed|baked|boiled|raw)\b/i
export const INCLUDES =
  /\b(?:includ\w+|comes? with|part of (?:it|the|every)|separate(?:ly)?|automatic\w*|by default|have to (?:order|pay|buy)|(?:cost|pay|charge)\w* (?:us |me )?(?:extra|more|anything|nothing)|extra (?:charge|cost)|is .{0,30} extra|are .{0,30} extra|counts? as|(?:a|the) (?:protein|side|add-?on|upgrade)(?: \w+)? or\b|or (?:is it |are they )?(?:a|an|just a|only a) (?:protein|side|add-?on|upgrade|extra))\b/i
export const POINTS = /\b(?:it|its|that|them|those|these|they|both|either|neither|one|ones|each|this)\b/i
export const LISTS =
  /\b(?:list|which (?:ones|of)|what are they|name them|tell me which|all of them|those|them)\b/i
export const EVERYWHERE =
  /\b(?:only|just) (?:in|the)\b.*\b(?:or|also|else)\b|\b(?:anything|anywhere|something|somewhere|any other\w*|what|where) else\b|\b(?:it'?s|is it|that'?s|so) (?:just|only)\b|\bor (?:just|only)\b|\banything\b/i
export const EXCEPT = /\b(?:besides|other than|apart from|aside from|except(?: for)?|beyond|excluding) /i
export const MONEY = /\bhow much\b|\b(?:price|cost|pay|charge|extra|cheap)/i
export const MONEY_OR_PARTY =
  /\bhow much\b|\bprice\b|\bcost\b|\bquote\b|\btotal\b|\$|\b\d+ (?:adults|people|guests|kids|of us|ppl)\b|\bbook(?:ing)?\b/i

export const PARTY = /\b\d+ (?:adults|people|guests|kids|of us)\b|\bbook(?:ing)?\b|\btotal\b|\bquote\b/i
/** "Which of the two?" */
export const FEW = /\b(?:of )?(?:the|those|these) (?:two|2|three|3)\b|\bwhich one\b|\beither\b|\bboth\b/i
export const ASKS_OF_MENU =
  /\b(?:which|what|list|any(?:thing)?|every(?:thing)?|all)\b.{0,25}\b(?:dish(?:es)?|items?|foods?|things?|stuff|menu|contains?|has|have|in|else|options?|choices?|eat)\b|\banything\b|\beverything\b/i
export const ASKS_OF_GUEST =
  /\b(?:he|she|they|i|we|him|her|them|me|us|can|could|eat|have|left|choose|pick|option\w*|what|which)\b/i

/** Talk of the party itself, which no dish of before is meant in. */
export const OTHER_MATTER =
  /\b(?:party|booking|date|day|time|deposit|balance|refund|cancel\w*|reschedul\w*|move|chefs?|tables?|chairs?|grill|rain|weather|travel|miles|address|quote|tip|tax|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b/i
export const OF_EATING =
  /\b(?:eat|have|choose|pick|order|take|dish(?:es)?|food|menu|options?|left|proteins?|mains?|serve|cook|make|plates?|contain\w*|in)\b/i
/** "Fish options" are dishes with fish, not without. */
export const OFFERED =
  /\b(?:fish|seafood|shellfish|steak|beef|meat|pork|poultry) (?:options?|choices?|dishes|proteins?|cuts?)\b|\b(?:kinds?|types?|cuts?) of (?:fish|seafood|shellfish|steak|beef|meat)\b/i
/** Shared tools are no way of cooking. */
export const SHARES = /\b(?:same|separate(?:ly)?|shared?|own|apart)\b/i
export const LIKES = /\b(?:loves?|likes?|enjoys?|adores?|fan of|crazy about|big on)\b/i

/** What the chef does with food for the eye: nobody asks what is in it. */
export const SHOW =
  /\b(?:onion|shrimp|egg|knife|flying) (?:volcano|tower|train|toss|flip|trick|show|shrimp)(?:e?s)?\b/gi
/** "True for yours?", "is that right?" asks whether what was just told is so. */
export const CONFIRMS =
  /^\W*(?:is (?:that|this|it) |that'?s |am i )?(?:true|right|correct|accurate|so|the case)\b.{0,25}\?/i
export const OF_THOSE = /\b(?:of (?:those|them|these)|those|these|they)\b/i
/** "Which one has no egg?" */
export const LACKS =
  /\b(?:has|have|with|contains?|got) (?:no|zero)\b|\b(?:doesn'?t|don'?t|does not|do not) (?:have|contain)\b/i
/** "What's gyoza?" */
export const NAMES_ONLY = /^\W*what(?:'s|s| is| are)(?: an?| the| your| these| those)? \S+(?: \S+){0,2}\W*$/i
/** "And which don't?" turns the question of before round. */
export const INVERTS =
  /\b(?:which|what|who)(?: ones?)?(?: of (?:them|those|these))? (?:don'?t|doesn'?t|do not|does not|are(?:n'?t| not)|is(?:n'?t| not)|haven'?t)\b/i

import type { AskPattern } from "./ask-patterns.ts"

export const CARE_PATTERNS: readonly AskPattern[] = [
  {
    ask: "complaint",
    words:
      /\b(?:complain(?:t|ing)?|terrible|horrible|awful|disgusting|unacceptable|ridiculous|worst(?! case| of all)|rude(?:ly)?|unprofessional|disappoint(?:ed|ing|ment)|ruined|scam(?:med|mers?)?|rip[- ]?off|ripped off|pathetic|joke of|appalled|disgrace(?:ful)?|furious|outrag\w+|mess(?:ed)? up|screwed|inedible|undercooked|under ?cooked|raw in the middle|burn(?:t|ed) (?:the |my )?(?:food|chicken|steak|rice|everything)|never again|not happy|unhappy|dissatisfied|upset with|overcharged|double[- ]charged|(?:charged|billed) (?:me |us |my card )twice|(?:was|were|been|got) (?:charged|billed) twice|wrongly charged|queja|decepcionad[oa]|p[eé]simo|enojad[oa])\b|\b(?:chef|you|cook|guy|he|she|they)\b.{0,25}\b(?:was|were|is|are|came|showed up|arrived|showed)\b.{0,25}\b(?:late|an hour late|drunk|rude|dirty|hours late|unprepared|sloppy)\b|\b(?:chef|nobody|no one|you guys|cook|they|he) (?:never|didn'?t|did not|hasn'?t|has not|still hasn'?t|still not) (?:show(?:ed|n)?|came|come|arrive[d]?|appear(?:ed)?|call(?:ed)?|answer(?:ed)?|respond(?:ed)?|get back|brought|bring|clean(?:ed)?|cook(?:ed)?)\b|\b(?:ran|run|running) out of (?:food|meat|chicken|rice|shrimp)\b|\bnot enough (?:food|meat|rice|shrimp)\b|\bforgot (?:the|our|my|to bring)\b(?!.{0,20}\b(?:booking (?:number|code)|password)\b)|\bmissing (?:items|food|proteins?|lobster|half)\b|\b(?:wrong|cold|stale|spoiled|overcooked|greasy|bad) (?:food|order|chicken|steak|shrimp|rice|meat|proteins?|lobster)\b|\b(?:food|chicken|steak|shrimp|rice|meat|lobster|scallops) (?:was|were|is|came|tasted|smelled) (?:\w+ )?(?:cold|raw|bad|burnt|stale|off|dry|gross|rubbery|overcooked|undercooked|spoiled|terrible|awful|inedible|frozen)\b|\bno one (?:answers|responds|calls|is (?:answering|responding))|\bnobody (?:answers|responds|calls|has (?:called|answered))|\bwaste of (?:money|time)\b|\b(?:we|i|they|the (?:guests|kids)) never (?:got|received|saw|had) (?:the|our|any|my)\b(?!.{0,30}\b(?:e-?mail|link|reply|quote|invoice|receipt|confirmation|code|text|message|call)\b)|\bpaid (?:extra )?for\b.{0,40}\b(?:weren'?t|wasn'?t|never|didn'?t|missing|not there)\b|\bbummed\b|\bnot what (?:we|i) (?:chose|choose|ordered|asked for|booked|picked|paid for|were promised)\b|\bno \w+(?: \w+)? at all\b.{0,40}\b(?:paid|ordered|chosen|chose|booked)\b|\bwhat (?:do )?you (?:intend|plan|propose|are going) to do\b/i,
    unless:
      /\b(?:if|what if|what happens|in case)\b.{0,25}\b(?:late|doesn'?t show|no[- ]show|don'?t show|run out)|\bnot (?:a )?complain|\bno complaints?\b|\bhow (?:do|can) i (?:file|make) a complaint policy|\b(?:scammed|ripped off|cheated|burned|ghosted|let down) by (?:a|an|another|some|our last|my last|the last|my old|our) (?!chef|cook)\w+/i,
  },
  {
    ask: "winback.leaving",
    words:
      /\b(?:never (?:book|use|order|hire|hiring|booking|using|coming)|won'?t (?:be )?(?:book|use|order|hir|com|return)\w*|not (?:book|us|com|hir|return)ing|last time (?:i|we)(?:'ll| will)?)\b.{0,25}\b(?:again|you|back|with you|anymore|us)\b|\b(?:going|went|go|switching|switch|chose|found|booked|booking) (?:with |to |another |a different |with a different )+(?:competitor|someone else|another|other|a different|different|benihana|somebody else|cheaper)|\btaking (?:my|our) business elsewhere\b|\byou(?:'ve| have)? lost (?:a|my|our) (?:customer|business|client)\b|\bfound (?:a )?(?:cheaper|better)\b|\bgoing with (?:them|another|someone else|somebody else|a different)\b/i,
  },
  {
    ask: "emotional.support",
    words:
      /\b(?:(?:i'?m|im|i am|we'?re|we are|feeling|so|really|super|very|getting|kinda|pretty|a bit|a little|bit) (?:\w+ )?(?:nervous|anxious|worried|stressed(?: out)?|overwhelmed|scared|freaking out|panick(?:ed|ing|y)|afraid|sad|heartbroken|devastated|lost|embarrassed|ashamed|lonely|depressed))\b|\b(?:stress(?:ed|ing)? (?:out|me)|freaking out|panicking|first time (?:hosting|doing|ever|planning)|never (?:hosted|done|planned)|worried (?:about|that|if|it)|nervous (?:about|that)|what if (?:everything|it all|something) (?:goes|is)|everything (?:has to|must|needs to) be perfect|passed away|passing|lost (?:my|our) (?:mom|dad|mother|father|wife|husband|son|daughter|grandma|grandmother|grandpa|grandfather|brother|sister|friend|baby|job)|funeral|grieving|in mourning|(?:in the )?hospital|cancer|died|death of|divorce|laid off|hard time|tough time|nerviosa?|preocupad[oa]|falleci[oó])\b/i,
    unless: /\bfree of\b|\bsue\b/i,
  },
  {
    ask: "human.request",
    words:
      /\b(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?|put me (?:through|on)|get me|reach|call|hablar|comunicar(?:me)?|switch me|hand me)\b.{0,25}\b(?:human|person|someone|somebody|manager|supervisor|representative|rep|agent|owner|real|live|operator|staff|support|customer service|people|alguien|persona|humano|gerente)\b|\b(?:real|live|actual|human) (?:person|human|agent|being|rep|representative|support|help)\b|\b(?:call|phone|ring|text) me\b|\bgive me a call\b|\bcall ?back\b|\b(?:i want|i need|want|need|get) (?:a |an |the )?(?:human|manager|supervisor|agent|representative|owner|person)\b|\bcan (?:someone|somebody|a person|anyone|you guys) (?:please )?(?:call|contact|phone|help|reach out)\b|\bphone number\b(?! is)|\bnot (?:a )?(?:bot|robot|machine|ai)\b|\bstop (?:the )?(?:bot|ai)\b|\b(?:speak|talk) with (?:the )?(?:owner|manager)|\b(?:representative|operator|human)[!.?]*$/i,
    unless:
      /\b(?:don'?t|do not|no need to|rather not|without having to) (?:call|phone|ring|text) me\b|\b(?:per person|each person|other customer|someone else'?s|phone number (?:of|for) (?:the )?(?:other|another|my friend)|are you (?:a )?(?:real|human)|am i (?:talking|chatting|speaking)|\d+ (?:\w+ )?an? person)\b/i,
  },
  {
    ask: "bot.disclosure",
    words:
      /\b(?:are|r) (?:you|u) (?:a |an )?(?:real|human|bot|robot|ai|person|computer|machine|automated|chatgpt|live)\b|\bam i (?:talking|chatting|speaking|texting) (?:to|with) (?:a |an )?(?:bot|robot|human|person|real|ai|machine|computer)\b|\bis this (?:a |an )?(?:bot|robot|ai|automated|real person|human|computer)\b|\bwho am i (?:talking|chatting|speaking)/i,
  },
  {
    ask: "private.data",
    words:
      /\b(?:how much|what) (?:do|does|are|is) (?:the |your |a |our )?(?:chefs?|cooks?|he|she)(?: \w+)? (?:make|get paid|earn|paid|salary|take home|pocket)\b|\bchef(?:'s|s)? (?:pay|salary|wage|phone|number|address|cell)\b|\bpay (?:your|the) chefs?\b|\b(?:other|another|previous|last) (?:customer|client|person|family|guest)s?'?s? (?:\w+ )?(?:name|address|phone|number|booking|info|details|party|email|data|order)|\b(?:the|that|an?)? ?other (?:family|families|couple|host|group|people)\b.{0,50}\b(?:paid|pays?|names?|booked|address|phone|how (?:much|many)|cancel\w*)\b|\bwho has (?:the|that)\b.{0,20}\b(?:slot|time|booking)\b|\bcustomer before (?:us|me)\b|\bwho else (?:booked|has booked|is (?:booked|having))\b|\b(?:internal|staff) (?:notes?|memo|comments?)\b|\bcustomer (?:list|database|data)\b|\b(?:neighbor|neighbour|friend|ex|sister|brother|boss|cousin|coworker)(?:'s|s|-wife's|-husband's)? (?:booking|address|phone|reservation|order|payment|card)\b|\b(?:friends?|neighbou?rs?|ex|sister|brother|boss|cousin|co-?workers?|colleagues?|aunt|uncle|roommate|classmate|in-laws?)\b.{0,40}\b(?:has|have|had|booked|hired|reserved|ordered|using|used|got)\b.{0,15}\b(?:you|u|y'all|hibachi|a (?:chef|party|booking))\b.{0,60}\b(?:address|phone|e-?mail|how (?:many|much)|when is|where is|what (?:day|time)|who)\b|\bwhat(?:'s| is)? (?:his|her|their) (?:home |street )?(?:address|phone|e-?mail|number)\b|\bprofit margin\b|\bhow much (?:profit|do you (?:guys )?make)\b/i,
    unless: /\btip\b/i,
  },
  {
    ask: "greeting",
    words:
      /^\W*(?:hi|hello|hey|heya|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|hola|buenas(?: (?:tardes|noches))?|buenos d[ií]as|sup|what'?s up)(?: there| y'?all| guys| team| myhibachi| everyone| folks| again)?\b/i,
  },
  {
    ask: "thanks",
    words:
      /\b(?:thanks|thank (?:you|u)|thx|ty|tysm|appreciate (?:it|you|your)|gracias|cheers|much appreciated|you'?re (?:the best|amazing|awesome))\b/i,
    unless: /\bno thanks?\b|\bthanks for nothing\b/i,
  },
]

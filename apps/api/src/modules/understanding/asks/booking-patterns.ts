import type { AskPattern } from "./ask-patterns.ts"

const MY_PARTY =
  "(?:my|our|the|this|mi|nuestra) (?:\\w+ )?(?:booking|party|reservation|event|date|hibachi|order|dinner|reserva|fiesta|wedding|appointment|birthday)"

export const BOOKING_PATTERNS: readonly AskPattern[] = [
  {
    ask: "availability.date",
    words:
      /\bavailab(?:le|ility|el)\b|\bavailible\b|\bopenings?\b|\b(?:any|have|got|which|what|free) (?:time )?(?:slots?|spots?|openings?|dates?|times?|saturdays?|weekends?)\b.{0,25}\b(?:open|free|left|available|on|for|in|that|this|next)\b|\bare (?:you|u|y'all) (?:guys )?(?:free|open|booked|busy|taken|still free)\b|\b(?:do|can|could) (?:you|u|y'all) (?:guys )?(?:do|make|fit us in|squeeze us in|work) (?:on |for |a |our |my |this |next |it )?(?:on )?(?:the )?(?:mon|tue|wed|thu|fri|sat|sun|\d|new year|christmas|thanksgiving|dec|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|tomorrow|tonight|that (?:day|date)|next|this)|\b(?:is|are) .{0,50}\b(?:still )?(?:free|open|taken|booked up|sold out)\b(?! (?:for kids|if|when|delivery|miles))|\bfully booked\b|\bbooked up\b|\bsold out\b|\bdisponib|\btienen (?:fecha|espacio|lugar)\b|\bis (?:it|there) (?:still )?(?:possible|room|time) (?:for|on|this|next|tomorrow)/i,
    unless:
      /\b(?:it|everything|all|food)(?:'s| is) free\b|\b(?:upgrades?|proteins?|add-?ons?|menu|options?|travel|discounts?|(?:kids?|toddlers?|under \d|five)\b.{0,20}\bfree|free (?:for|miles)|first (?:one|change|time|reschedul)|allerg|gluten|nut|dairy|shellfish|representative|person|agent|someone|human|manager)\b/i,
  },
  {
    ask: "booking.create",
    words:
      /\b(?:i|we)(?:'d| would|'ll| will)? ?(?:really |also )?(?:like|love|want|wanna|need|wish|ready|am ready|are ready|looking|am looking|are looking|'re looking|'m looking|'re ready|'m ready|hope|plan)(?: to)?(?: go ahead and)? (?:book|reserve|schedule|lock|secure|hire|order|have you|put down|grab|set up|host|throw)\b|\b(?:let'?s|please|can (?:i|we|you)|could (?:i|we|you)|may (?:i|we)|pls) (?:just |please |go ahead and )?(?:book|reserve|lock|hold|schedule|put me down|put us down|sign (?:me|us) up|secure|pencil)\b(?! (?:the )?(?:lead|far))|\bbook (?:it|us|me|you|a|the|that|this|for|my|our|ur|now|party|hibachi|chef)\b|\b(?:i'?ll|we'?ll|i will|we will) take (?:it|that|the|this)\b|\bplan (?:my|our|a|an|the)\b|\b(?:make|place|set up|start|do) a (?:booking|reservation|order)\b|\b(?:quiero|quisiera|queremos|me gustar[ií]a|puedo|podemos) (?:\w+ )?(?:reservar|hacer una reserva|contratar|apartar)|\breserve (?:a|the|my|our|for|us|that)\b|\blooking (?:to|for) (?:a |have |get )?(?:hibachi|book|chef)|\block (?:it|that|this) (?:in|down)\b|\bhold (?:that|the|this|it|my|our|a) (?:date|slot|time|spot|day|saturday|sunday|friday|start)?\b|\bsave (?:the|my|our|that) (?:date|spot)/i,
    unless:
      /\bhow (?:do|can|does|far|early|soon|long|to|would)\b|\balready (?:have|booked)|\bbefore (?:i|we) book|\bif (?:i|we) book|\bafter (?:i|we) book|\bcancel|\bin advance\b|\bfriend booked|\bhold the (?:sauce|egg|onion|butter|mayo|soy)/i,
  },
  {
    ask: "booking.how",
    words:
      /\bhow (?:do|can|does|would|to|should) (?:i |we |one |it |the |this |u |you )?(?:\w+ )?(?:book|reserve|booking|reservation|work|process|sign up|get started|make a (?:booking|reservation))\b|\b(?:booking|reservation) process\b|\bsteps to book|\bc[oó]mo (?:reservo|puedo reservar|funciona|hago)|\bhow does (?:this|it|the hibachi|everything|hibachi at home) work\b|\bwhat(?:'s| is) the process\b|\bwhat happens (?:after|when|once) (?:i|we) (?:book|pay|reserve)|\bwhat do you need from (?:me|us)\b/i,
    unless:
      /\b(?:pric(?:e|es|ing)|costs?|tip|refund|travel fee|deposit|cancel|weather|rain)\w*\b.{0,10}\bwork\b/i,
  },
  {
    ask: "booking.hold_terms",
    words:
      /\bhow long (?:do|will|can|does|would|is|are) .{0,40}\b(?:hold|held|hold (?:it|my|the|our)|keep|reserve|reserved|sign|save)\b|\bhold (?:time|period|expire|last|my date|the date|the spot|our)\b.{0,30}\?|\b(?:hold|time|hours|long|deadline)\b.{0,30}\b(?:to (?:sign|pay)|until i (?:sign|pay))\b|\bhold (?:expire|run out|last)|\bwhen does (?:my|the|our) hold|\bhow (?:much|long) time (?:do|to)\b.{0,30}\b(?:pay|sign|deposit)|\bif i (?:don'?t|do not|can'?t) (?:sign|pay)\b.{0,30}\b(?:time|now|right away|today|hours|lose)|\blose (?:the|my|our) (?:spot|date|hold|slot)|\b(?:until|till|til|by) (?:when|what (?:time|hour))\b.{0,40}\b(?:pay|sign|deposit)\b|\bhow (?:much longer|many hours)\b.{0,40}\b(?:pay|sign)\b|\b(?:pay|sign|deposit)\b.{0,30}\b(?:before|or) (?:you|u|y'all|it|the (?:date|slot|spot))(?:'s| is)? (?:\w+ )?(?:let|lets|letting|release|give|gives|giv(?:e|ing) away|gone|drop|lose|lost)\b|\bcan you hold\b|\bwithout paying\b(?! (?:more|extra|anything))|\bhow long do (?:i|we) have to (?:pay|sign)/i,
  },
  {
    ask: "booking.lead_time",
    words:
      /\b(?:how (?:far|much|early|soon|many (?:days|hours|weeks)))\b.{0,40}\b(?:advance|ahead|notice|before (?:do|should|must|can) (?:i|we)|in advance|book|prior)\b|\blast[- ]minute\b|\bsame[- ]day\b|\bshort notice\b|\b(?:minimum|much|enough|advance) notice\b|\blead time\b|\bhow (?:soon|quickly|early) can (?:i|we|you)\b|\bearliest (?:date|day|i can|we can|possible|you can|available)|\bnotice do you (?:need|require)|\b(?:too late|enough time) (?:to|for)\b.{0,20}\b(?:book|party|tomorrow|tonight)|\bbook (?:for )?(?:today|tonight|tomorrow|same day)\b|\bcon cu[aá]nta anticipaci[oó]n\b|\b(?:party|hibachi|chef|book|come|do it|do) (?:for )?(?:tomorrow|tonight|today)\b/i,
    unless:
      /\bcancel|\bhead ?count\b|\bguest count\b|\brefund|\breschedul|\barriv|\bset ?up\b|\bchange (?:my|our|the) (?:guest|number|menu)|\bbalance|\bdeposit/i,
  },
  {
    ask: "booking.start_times",
    words:
      /\bwhat (?:start(?:ing)? )?times?\b(?! (?:is|do|does|will|would|should|the chef).{0,30}\b(?:arriv|show|get here|come|set ?up|be (?:at|in|here|there)|at (?:my|our)))|\bstart(?:ing)? times?\b|\btime slots?\b|\bwhich times\b|\b(?:can|could) (?:we|you|it|i|the party|dinner|u|they) (?:start|begin|do (?:it )?at|eat)\b.{0,25}\b(?:\d|noon|early|earlier|late|later)|\b(?:start|begin)\b.{0,15}\b(?:earlier|later|half an hour|30 min|an hour)|\b(?:earliest|latest) (?:time|start|you (?:can )?start|can you start|slot)|\bhow (?:late|early) (?:can|do|could) (?:you|we|it|the party) (?:start|go|cook|do|be|book)|\b(?:lunch|brunch|dinner|morning|afternoon|evening|noon|late night) (?:parties|party|slot|time|service|available|too)|\b(?:hours of operation|business hours|opening hours|what hours|open hours)\b|\ba qu[eé] hora(?:s)? (?:empiezan|pueden|tienen)|\bhorarios?\b|\bdo (?:you|u) do (?:lunch|brunch|breakfast|dinners?|noon|mornings?)\b/i,
    unless: /\barriv|\bset ?up\b|\bshow up\b|\bget here\b/i,
  },
  {
    ask: "booking.duration",
    words:
      /\bhow long (?:does|do|will|is|would|did|are|s|should)\b.{0,60}\b(?:take|last|run|stay|be|party|show|dinner|cook(?:ing)?|whole thing|event|service|hibachi|experience|there|meal|performance|plan|chef)\b|\bhow many hours (?:does|do|is|will|should|are|of)\b|\bduration\b|\bwhat time (?:will|would|does|do) (?:it|we|you|the (?:party|chef|event)) (?:end|finish|be done|leave|wrap)|\bhow long\b.{0,10}\b(?:party|show|thing)\b|\bcu[aá]nto (?:dura|tiempo)|\b(?:be|all) done by\b|\bcook(?:ing)? time\b|\bhow long for \d+|\bservice time\b|\blength of\b/i,
    unless:
      /\b(?:hold|held|quote|refund|deposit back|sign|good for|valid|before|in advance|money back|set ?up)\b|\bhow long (?:do|have) you been/i,
  },
  {
    ask: "booking.chefs_needed",
    words:
      /\bhow many (?:chefs?|cooks?|grills?|hibachis)\b|\b(?:number of|one|two|1|2|second|extra|another|more|additional|single) (?:chefs?|cooks?|grills?)\b|\bchefs? (?:do we need|needed|will come|for \d+|per)\b|\bcu[aá]ntos (?:chefs?|cocineros)\b|\bmore than (?:one|1) chef/i,
    unless: /\bchefs? (?:was|were|did|never|yelled|didn'?t)\b/i,
  },
  {
    ask: "booking.arrival",
    words:
      /\b(?:when|what time|how early|how long before|how much earlier|how soon)\b.{0,40}\b(?:chefs?|you|they|guys|cook|he|she|u|crew|team|somebody|someone)\b.{0,20}\b(?:arrive|pull(?:ing)? (?:up|in)|be (?:at|in) (?:my|our|the)|be on site|knock|at (?:my|our) (?:house|home|place|door)|get (?:here|there)|show up|come|be here|set(?:ting)? ?up|be there|start setting)\b|\barriv(?:e|al|es|ing)\b(?!.{0,20}\b(?:late|never)\b)|\b(?:set[- ]?up|clean[- ]?up|pack(?:ing)?[- ](?:up|down)|tear ?down)(?: time| take| long)?\b|\bclean (?:up|after)\b|\ba qu[eé] hora llega|\bcooking (?:start|begin)|\bdoes (?:the )?start(?: time)? mean\b/i,
    unless:
      /\b(?:late|never|didn'?t|hasn'?t|not) (?:arriv|show|here)|\bset up (?:a|an) (?:party|booking|call|meeting|reservation|appointment)|\bwhat (?:do|should) (?:i|we) (?:set|provide|need)|\bwhere (?:do|can|will) .{0,15}set ?up|\bhow (?:much|big).{0,12}(?:space|room|area)|\bi want to set up/i,
  },
  {
    ask: "booking.group_size",
    words:
      /\b(?:max(?:imum)?|min(?:imum)?|largest|biggest|smallest|least) (?:number|amount|group|party|size|guests?|people|headcount)\b|\b(?:guests?|people|person|headcount|group size|party size) (?:minimum|maximum|limit|max|min)\b|\bhow (?:many|big|large|small) (?:people|guests?|a (?:group|party|crowd)|of a (?:group|party)|can (?:a|the|the group|my)|groups?|persons?)\b(?!.{0,30}\b(?:per chef|one chef|chefs|my (?:booking|party|reservation)|did i|do i have)\b)|\b(?:do|can|could|will) (?:you|u|y'all)(?: guys)? (?:do|cook for|cater|handle|serve|feed|accommodate|take|host) (?:for |just |only |a |as few as |as many as |parties of |groups? of |large |small |big |up to )*(?:\d+|party|group|crowd|large|small|big)\b|\blimit on (?:guests|people)|\bcu[aá]ntas personas (?:m[aá]ximo|pueden)|\bjust (?:the )?(?:2|two) of us\b|\bparty of (?:2|two|3|three|4|four)\b.{0,20}\b(?:ok|okay|possible|too small|allowed)/i,
    unless: /\bchange|\bmy guest count|\badd\b|\bminimum spend/i,
  },
  {
    ask: "mine.cancel",
    words: new RegExp(
      `\\b(?:i|we)(?:'d| would|'ve| have|'m| am|'re| are)? ?(?:just |really |now |sorry |unfortunately |sadly )*(?:got to|gotta|going to have to|gonna have to|want|wanna|need|like|have|must|decided|going|gonna|wish|afraid i have|will have)(?: to)? (?:to )?cancel\\b|\\b(?:please|pls|plz|can you|could you|go ahead and|kindly) (?:please )?cancel\\b|\\bcancel (?:${MY_PARTY}|mh-|it please|everything|it\\.)|\\b(?:quiero|necesito|tengo que|quisiera|debo) cancelar\\b|\\b(?:i|we)(?:'m| am|'re| are) cancel+ing\\b|\\bcall off\\b|\\bcancel our\\b|\\bcancel my\\b|\\bwe (?:can'?t|cannot) (?:do|have|make) (?:the party|it) anymore`,
      "i",
    ),
    unless:
      /\b(?:if (?:i|we)|what if|what happens|can i cancel|can we cancel|could i cancel|could we|able to cancel|how late|how (?:can|do) i cancel|policy|you cancel|allowed to|in case|until when|when can|(?:do|would|will) (?:i|we) (?:lose|get|have)|get (?:my|our) (?:money|deposit) back|unsubscribe|texts?|emails?|messages|newsletter|suppose|would i)\b|\b(?:don'?t|do not|didn'?t|not|never|rather than|without) (?:really )?(?:want(?:ing)? to |wanna |have to |going to )?cancel/i,
  },
  {
    ask: "mine.reschedule",
    words: new RegExp(
      `\\b(?:i|we)(?:'d| would|'m| am)? ?(?:just |really )?(?:want|wanna|need|like|have|hoping|must|gotta)(?: to)? (?:move|reschedule|postpone|push|change (?:my|our|the) (?:date|time|day)|switch (?:my|our|the) (?:date|time|day))\\b|\\b(?:can|could) (?:you|u|we|i) (?:please |pls )?(?:move|reschedule|postpone|push back|push|bump|switch|change) (?:${MY_PARTY}|it|us)(?! if| when| in case| for rain)|\\bplease (?:move|reschedule|postpone)\\b|\\b(?:move|reschedule|push|postpone|change|switch) ${MY_PARTY}(?:'s)?(?: date| time| from| to| back)?\\b|\\b(?:cambiar|mover|posponer) (?:la fecha|mi|nuestra)|\\b(?:move|push|change|reschedule|switch) (?:it|us|mh-\\S+) (?:from .{1,25} )?(?:to|from|back|up)\\b|\\bdifferent (?:date|day) (?:for|instead)\\b|\\bchange (?:the|my|our) (?:date|day) (?:to|from|for)`,
      "i",
    ),
    unless:
      /\b(?:policy|rains?|raining|weather|storm|fee|cost|charge|how many times|what if|is it free|for free|what happens|allowed|if (?:we|i) (?:need|have|want)|how (?:late|close|do)|in case|penalty|twice|second time|if)\b/i,
  },
  {
    ask: "mine.guests",
    words:
      /\b(?:add|adding|remove|drop|lose|subtract|take off|cut) (?:\w+ )?(?:\d+|a|an|one|two|three|four|five|some|another|a few) (?:more |extra |additional )?(?:people|guests?|adults?|kids?|child(?:ren)?|person|friends?|heads)\b|\b(?:change|update|increase|decrease|reduce|bump|lower|raise|adjust) (?:my|our|the) (?:guest|head|people|party|number|total)\b.{0,20}\b(?:to|from|by|up|down)\b|(?<!\b(?:start|starts|starting|time|begin|dinner|kids?|child|children|boys|girls|toddlers|teens|ones|age|ages|aged|ranging) )\bfrom \d+ (?:people |guests |adults )?to \d+\b|\b\d+ (?:more|extra|additional|fewer|less) (?:people|guests?|adults?|kids?|coming|friends|are coming)\b|\b\d+ (?:people|guests?|adults?|of (?:them|my)(?: \w+)?|friends) (?:just )?(?:can'?t (?:come|make)|cancell?ed|dropped|backed|bailed|aren'?t coming|not coming)|\b(?:we(?:'re| are)|there are|it'?s|we have) now \d+|\bagregar \d+ personas|\b\d+ personas m[aá]s\b|\bmake it \d+ (?:people|guests|adults)\b|\binstead of \d+\b.{0,15}(?:people|guests|adults|\d+|$)/i,
    unless:
      /\b(?:what if|how late|until when|how (?:many|much).{0,20}(?:chef|cost)|can (?:i|we) (?:change|add) .{0,25}\b(?:later|after|last minute|day of|deadline)|chefs?|deadline|how (?:close|long)|policy)\b/i,
  },
  {
    ask: "mine.choices",
    words:
      /\b(?:change|switch|swap|update|edit|modify|upgrade) (?:my|our|the|one|two|\d+|some|his|her|their) (?:\w+ ){0,3}(?:proteins?|choices?|menu|selections?|order|meats?|food|chicken|steak|shrimp|filet|lobster|tofu|salmon|scallops)\b|\b(?:swap|switch|change) (?:\w+ ){0,4}(?:chicken|steak|shrimp|filet|lobster|tofu|salmon|scallops)\b.{0,25}\b(?:for|to|with|instead)\b|\b(?:add|remove|include) (?:\w+ ){0,4}(?:lobsters?|filets?|gyozas?|noodles|edamame|salmon|scallops|proteins?|fried rice)\b.{0,25}\b(?:to|from) (?:my|our|the) (?:booking|order|party|reservation|event)\b/i,
    unless:
      /\b(?:how late|until when|deadline|can (?:i|we) (?:still )?change .{0,30}(?:later|after)|policy|how much|cost)\b/i,
  },
  {
    ask: "mine.balance",
    words:
      /\b(?:what|how much)\b.{0,20}\b(?:do (?:i|we)|i|we)\b.{0,10}\b(?:still |currently )?owe\b|\b(?:my|our) (?:remaining |current |outstanding )?(?:balance|invoice|bill)\b(?! (?:due|policy))|\b(?:i|we) (?:still )?owe\b|\bhow much (?:is )?(?:left|remaining)\b|\bleft to pay\b|\bdid (?:you (?:guys )?(?:get|receive)|my) .{0,15}(?:payment|deposit)|\bmi saldo\b|\bcu[aá]nto (?:debo|me falta)|\bhow much (?:have|did) (?:i|we) (?:paid|pay)|\bmy (?:receipt|payment)\b|\bstill have to pay (?:you)?\b|\bpay (?:off )?(?:my|our|the) (?:remaining )?balance\b/i,
    unless: /\b(?:when|by when|deadline)\b.{0,30}\b(?:balance|due)\b|\brefund/i,
  },
  {
    ask: "mine.address",
    words:
      /\bat (?:a |an )?(?:different|new|another) (?:house|place|address|venue|location)\b|\b(?:change|update|correct|fix|switch|new|different|wrong) (?:the |my |our |to the )?(?:party )?(?:address|location|venue)\b|\bmoved (?:to a )?(?:new|different) (?:house|address|place|venue)|\bcambiar (?:la )?direcci[oó]n/i,
    unless: /\be-?mail address/i,
  },
  {
    ask: "mine.details",
    words:
      /\b(?:details?|status|confirmation|info|information|copy|confirm(?:ed)?|look up|pull up|check|find|see|view|verify|show me)\b.{0,25}\b(?:my|our) (?:\w+ )?(?:booking|party|reservation|event|order|details)\b|\b(?:what time|when|where|what|who)(?:'s| is| did| do| was)? .{0,12}\b(?:my|our) (?:\w+ )?(?:booking|party|reservation|event|chef|hibachi|start)\b|\bis my (?:\w+ )?(?:booking|party|reservation|date) (?:still )?(?:confirmed|set|good|on|booked)|\bare we (?:still on|confirmed|all set|booked|good for)|\bhow many (?:guests|people) (?:did|do) (?:i|we) (?:have|book|put|say)|\bconfirm (?:my|our)\b|\bwhat did (?:i|we) (?:order|book|choose|pick|pay)|\bdid (?:i|my|our) (?:\w+ )?(?:booking|reservation|book)\b|\b(?:haven'?t|didn'?t|never) (?:received?|gotten|get|got) (?:a |my |the |any )?(?:confirmation|e-?mail|contract|link)|\bresend\b|\bmi reserva(?:ci[oó]n)?\b.{0,20}\b(?:confirmada|detalles|hora)/i,
    unless: /\bcancel|\breschedul|\bmove\b|\brefund|\bbalance\b|\bdepends\b|\ballerg/i,
  },
]

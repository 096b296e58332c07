import type { AskPattern } from "./ask-patterns.ts"

export const POLICY_PATTERNS: readonly AskPattern[] = [
  {
    ask: "tip.policy",
    words: /\btip(?:s|ping|ped)?\b(?! (?:for planning|on how))|\bgratuit(?:y|ies)\b|\bpropinas?\b/i,
    unless: /\bany tips (?:for|on)\b|\bgrass tip/i,
  },
  {
    ask: "deposit.amount",
    words:
      /\b(?:how much|what(?:'s| is|s)?|amount|size|need|require|take|is there|pay|put down|cu[aá]nto|have to|much)\b.{0,40}\b(?:deposit|down ?payment|dep[oó]sito|anticipo|retainer|upfront|up front)\b|\b(?:deposit|down ?payment|dep[oó]sito)\b.{0,40}\b(?:how much|amount|required|needed|go(?:es)? (?:to|toward)|count|credit|apply|applied|part of|towards?|come off|deducted|cu[aá]nto|hold|secure)\b|\bdeposits?\??$/i,
    unless:
      /\brefund|\bback\b|\bcancel|\breceive|\bdid (?:you|my)|\breturn|\blose\b|\bkeep\b|\bdevuel|\bmove\b|\bi (?:already )?paid/i,
  },
  {
    ask: "deposit.refund",
    words:
      /\b(?:deposit|down ?payment|dep[oó]sito)\b.{0,40}\b(?:refund(?:able|ed)?|back|returned|return|lose|lost|keep|kept|forfeit|non-?refundable|devuel\w+|reembols\w+)\b|\b(?:refund(?:able)?|get|lose|return|keep|forfeit|devuelven|reembols\w+)\b.{0,30}\b(?:deposit|dep[oó]sito)\b/i,
  },
  {
    ask: "balance.due",
    words:
      /\b(?:when|by when|what day|how (?:soon|early)|deadline|before)\b.{0,40}\b(?:balance|remaining|rest|remainder|final payment|full (?:amount|payment)|pay in full|due)\b|\b(?:balance|remainder|final payment|rest of the (?:money|payment|bill)|rest)\b.{0,25}\b(?:due|paid|pay|when|owed)\b|\bwhen (?:do|is|does|should|will|must|would) (?:i|we|the|you|payment)\b.{0,20}\b(?:pay|due|charge[d]?|payment)\b|\bpay (?:the )?(?:rest|remainder|remaining|full|balance|everything|all)\b|\bfull payment\b|\bpay(?:ing)? in full\b|\bcu[aá]ndo (?:se paga|pago|tengo que pagar|hay que pagar)|\bpay (?:on )?the day of\b|\bpay (?:after|at) the (?:party|event)|\bsettle up\b|\bpay (?:it |this )?all upfront\b|\bpayment (?:schedule|plan|due|terms)|\binstal+ments?\b/i,
    unless:
      /\bdeposit (?:back|refund)|\bcash\b|\bzelle\b|\bvenmo\b|\bhow much (?:do i|i) (?:still )?owe|\bhold\b|\btip\b|\bcancel/i,
  },
  {
    ask: "payment.methods",
    words:
      /\b(?:pay(?:ment)?s?|take|accept|use|aceptan|pagar)\b.{0,30}\b(?:cash|zelle|venmo|paypal|cards?|credit|debit|check|cheque|apple ?pay|google pay|cash ?app|amex|american express|visa|mastercard|bitcoin|crypto|efectivo|tarjeta|afterpay|klarna|affirm|ach|wire)\b|\b(?:cash|zelle|venmo|paypal|credit cards?|checks?|cash ?app|apple ?pay|amex)\b.{0,25}\b(?:ok|okay|accepted|fine|allowed|work|possible|instead)\b|\bpayment (?:methods?|options?|types?|forms?)\b|\bforms? of payment\b|\bhow (?:do|can|could|should) (?:i|we) pay\b|\b(?:formas|m[eé]todos?) de pago\b|\bc[oó]mo (?:se paga|pago|puedo pagar)|\b(?:cash|zelle|venmo|paypal|crypto)\?|\bis (?:cash|zelle|venmo|paypal)\b|\bsplit (?:the )?(?:bill|payment|check)|\bis (?:it|online payment|my card) (?:safe|secure)/i,
    unless: /\btip(?:ping|s)?\b.{0,20}\bcash\b|\bcash tip/i,
  },
  {
    ask: "refund.status",
    words:
      /\b(?:where(?:'s| is)|when (?:will|do|am|can) (?:i|my|we|you)|status of|haven'?t (?:received|gotten|got|seen)|still (?:waiting|no|haven'?t)|waiting (?:on|for)|did you (?:send|issue|process)|have not received|never (?:got|received)|what happened to)\b.{0,35}\b(?:my|our|the|that|a|any) (?:\w+ )?refund\b|\brefund status\b|\bd[oó]nde est[aá] mi reembolso\b|\bmy refund\b.{0,25}\b(?:yet|hasn'?t|status|pending|where|coming|arrive)/i,
    unless: /\bif i cancel|\bwould\b/i,
  },
  {
    ask: "refund.timing",
    words:
      /\bhow (?:long|soon|fast|quickly|many days)\b.{0,50}\b(?:refunds?|money back|reembolso|refunded)\b|\brefunds? (?:take|time|process|arrive|timeline|timing|policy|go)\b|\bhow (?:do|are|will) (?:i get |you |the )?(?:refunds?|refunded|my money back)\b|\brefund policy\b|\b(?:are|is) .{0,25}refund(?:s|able)?\b|\bwhat(?:'s| is| are) (?:your|the) refunds?\b|\bpol[ií]tica de reembolso|\bget (?:a )?(?:my |our )?(?:money|refund)(?: back)?\b.{0,15}\bif\b|\bwhere (?:does|do|will) (?:the |my )?refund(?:s)? go\b|\bsame card\b/i,
    unless: /\bdeposit\b/i,
  },
  {
    ask: "cancel.by_company",
    words:
      /\b(?:if|when|what|suppose|ever)\b.{0,30}\b(?:you|you guys|y'all|u|company|chef|your (?:chef|team|company)|myhibachi|he|they)\b.{0,20}\b(?:cancels?|cancell?ed|no[- ]?shows?|doesn'?t (?:show|come|arrive)|don'?t (?:show|come)|not show(?:ing)?(?: up)?|can'?t (?:come|make)|gets? sick|is sick|is late|bail|never shows?|back out|breaks? down)\b|\bchef (?:no[- ]?show|calls? (?:in|out) sick)|\bcancel+(?:l?ed|l?ation|s)?\b.{0,20}\b(?:by|from|on) (?:you|your (?:side|end|company|team|part)|the company|myhibachi)\b|\bhave you ever cancel|\bif (?:nobody|no one)\b.{0,25}\b(?:shows?|comes?|turns)\b|\bsi ustedes cancelan\b/i,
    unless: /\bif you can'?t reach/i,
  },
  {
    ask: "cancel.policy",
    words:
      /\b(?:back|pull) out\b.{0,30}\?|\bback out\b.{0,30}\b(?:penalty|later|without|free)\b|\bcancel+(?:l?ation)? (?:policy|policies|fee|terms|rules?|penalty|deadline|charge|window)\b|\bcancell?ations?\b|\b(?:can|could|may|am i able to|are we able to|possible to|allowed to|what if|what happens if|if) (?:i |we )?(?:still |need to |have to |must |decide to |want to |wanted to |had to |ever |later )*cancel\b|\bhow (?:late|do|can|long|close|far|early|much|many)\b.{0,40}\bcancel\b|\b(?:if|when) .{0,30}\bcancel(?:ed|led|ing|s)?\b|\bpol[ií]tica de cancelaci[oó]n\b|\bpuedo cancelar\b|\bsi (?:cancelo|cancelamos)\b|\bcancel\b.{0,40}\b(?:\d+ (?:days?|hours?|weeks?)|day before|last minute|week before|refund|money back|deposit back|free|penalty|lose)\b|\b(?:last minute|free) cancel/i,
    unless:
      /\b(?:if|when|what if|suppose)\b.{0,12}\b(?:you|y'all|chef|your chef|they|company|u|you guys|the chef|ustedes)\b.{0,15}\bcancel|\b(?:please|pls) cancel\b|^cancel\W*$/i,
  },
  {
    ask: "weather.policy",
    words:
      /\brain(?:s|ing|y|ed|storm)?\b|\bweather\b|\bstorms?\b|\bsnow(?:s|ing)?\b|\bwind(?:y|s)?\b|\bllueve\b|\blluvia\b|\bwildfire|\btoo hot\b|\bheat ?wave|\bhurricane|\bclima\b|\bpours?\b|\bthunder/i,
    unless: /\brain check on\b/i,
  },
  {
    ask: "reschedule.policy",
    words:
      /\breschedul(?:e|ing)? (?:policy|fee|cost|charge|rules?|free|penalty|deadline)\b|\b(?:can|could|may|able to|possible to|allowed to|what if|what happens if|if|how (?:late|do|many times|often|close|much|can)|is it|does it|cost|fee|charge|free|penalty)\b.{0,40}\b(?:reschedul\w*|postpone|move (?:my|our|the|it|to)|push (?:it|the|back|my)|change (?:the |my |our |a )?(?:date|day)|switch (?:the |my |our )?(?:date|day)|change of date|date change)\b|\breschedul\w*\b.{0,45}\b(?:free|fee|cost|charge|policy|times|twice|second|again|hours|days|before|penalty|deadline|allowed|possible|how)\b|\bcambiar (?:la )?fecha\b.{0,20}\?|\bpol[ií]tica de cambio|\b(?:second|another|2nd) (?:reschedul\w*|date change|time)\b.{0,15}\b(?:cost|fee|charge|free)?|\bchange (?:the |my |our )?(?:start )?time by\b|\bmove the (?:start|time) by\b|\b(?:move|shift|push|change) (?:the |my |our )?(?:start|time)(?: time)? from\b.{0,12}\bto\b/i,
    unless:
      /\b(?:rain|weather|storm|snow|lluvia|llueve)\w*\b|\bsecond time\b(?!.{0,30}(?:reschedul|move|change))|\bplease (?:move|reschedule)|\b(?:what if|if|when) (?:you|y'all|the chef) /i,
  },
  {
    ask: "headcount.change",
    words:
      /\b(?:change|changing|update|adjust|add|increase|decrease|reduce|drop|modify|finali[sz]e|lower|remove|confirm|final)\b.{0,30}\b(?:head ?count|guest ?(?:count|list|number)s?|number of (?:guests|people)|party size|final (?:count|number)s?|guests?|people|count|numbers)\b|\b(?:head ?count|guest count|final (?:count|numbers?)|party size)\b.{0,30}\b(?:change|due|deadline|final|when|by|lock|changes|close|cut-?off)\b|\bif (?:more|fewer|less|extra|some|a few|someone|somebody|\d+ more|\d+ fewer) ?(?:people|guests?|of them)? ?(?:show|come|cancel|drop|can'?t|don'?t)\b|\b(?:until when|how late|deadline|last (?:day|moment|chance|minute)|latest|cut-?off|when do you need|when is the last|by when)\b.{0,45}\b(?:head ?count|guest|people|number|proteins?|menu|choices?|selections?|upgrades?|final|order)\b|\bif (?:\w+ ){1,3}(?:people|guests) (?:drop|can't|don't|cancel)|\bmore (?:guests|people) (?:join|come)|\bcambiar (?:el )?n[uú]mero de (?:personas|invitados)\b|\bextra (?:guests?|people) (?:show|come)|\bno[- ]shows?\b.{0,20}\bguests?\b|\bguests?\b.{0,20}\b(?:no[- ]shows?|don'?t show)|\bwhen (?:do|are|is) .{0,20}\b(?:choices|proteins|menu|selections?)\b.{0,20}\b(?:due|final|closed?|needed)/i,
    unless:
      /\bhow many (?:chefs|people can)|\bmin(?:imum)?\b.{0,15}\b(?:guest|people)|\bfrom \d+ (?:\w+ )?to \d+\b|\b(?:please|pls) (?:add|remove)|\bi(?:'d| would)? (?:want|need|like) to add\b|\bchefs?\b/i,
  },
  {
    ask: "quote.validity",
    words:
      /\b(?:quote|price|estimate|offer|cotizaci[oó]n|quoted price)\b.{0,30}\b(?:good (?:for|until)|valid|expires?|expir\w+|last|honor(?:ed)?|locked|lock in|still good|hold|v[aá]lid[oa]|guaranteed|change|vence)\b|\bhow long\b.{0,30}\b(?:quote|price|estimate|offer)\b|\bexpired? quote\b|\b(?:offer|quote|price)\b.{0,20}\b(?:run out|still be good|be good)\b|\b(?:until|till|til) when\b.{0,25}\b(?:good|valid|honor(?:ed)?)\b|\bhow long\b.{0,15}\b(?:is|it|this|that)\b.{0,12}\b(?:good|valid)(?: for| until)?\b|\b(?:is|does) (?:it|this|that) (?:expire|still (?:good|valid))|\block in (?:the|my|this|that) price|\bhonor\b.{0,20}\b(?:quote|price)/i,
  },
  {
    ask: "host.provides",
    words:
      /\bwho (?:brings|provides|supplies|sets(?: up)?|has|organi[sz]es|takes care of)\b.{0,25}\b(?:tables?|chairs?|plates?|silverware|utensils?|cutlery|napkins?|cups|tents?|canopy|forks?|knives|chopsticks|tableware|linens?|glasses|seating|dishes)\b|\b(?:what|do|should|need|must|have)\b.{0,25}\b(?:i|we|host|us)\b.{0,25}\b(?:provide|supply|bring|prepare|set (?:up|out)|have ready|get ready|need to have|have to have|need to get|prep|buy)\b|\b(?:do you|you|u|chef|y'all|they)\b.{0,25}\b(?:bring|provide|supply|have|include|rent|offer|come with)\b.{0,30}\b(?:tables?|chairs?|plates?|silverware|utensils?|cutlery|napkins?|cups|tents?|canopy|forks|chopsticks|tableware|linens?|glasses|seating|dishes)\b|\b(?:tables?|chairs?|plates?|silverware|utensils?|cutlery|forks|chopsticks|seating|tableware)\b.{0,25}\b(?:provided|included|needed|rent|do i|do we|ours|yours|own|bring)\b|\bwhat (?:do|will) (?:i|we) need\b(?! to (?:pay|know))|\bqu[eé] (?:necesito|tengo que|debo) (?:tener|proveer|poner|preparar)|\bmesas\b|\bsillas\b|\b(?:plates|chairs|tables|utensils)\?/i,
    unless: /\bdeposit\b|\bto book\b/i,
  },
  {
    ask: "space.requirements",
    words:
      /\b(?:how much|how big|what size|enough|what kind of|much|minimum|need a|big of a|size of)\b.{0,25}\b(?:space|room|area|yard|backyard|patio|clearance)\b|\b(?:space|area|room|setup|clearance)\b.{0,25}\b(?:need(?:ed)?|required?|requirements?|dimensions?|enough)\b|\b(?:in|on|inside|at)\b.{0,6}\b(?:my |our |a |the |an )?(?:indoors?|inside|house|home|garage|kitchen|living room|apartment|balcony|deck|patio|park|beach|driveway|condo|grass|backyard|porch|rooftop|basement|church|office|hotel|airbnb|concrete)\b.{0,30}\?|\b(?:cook|set ?up|do (?:it|this|hibachi)|grill|work|party|host)\b.{0,20}\b(?:indoors?|inside|in (?:a|my|our|the) (?:house|home|garage|kitchen|living room|apartment)|on (?:a|my|our|the) (?:balcony|deck|patio|porch|grass|driveway|rooftop)|at (?:a|the) (?:park|beach)|outside|outdoors?)\b|\bindoors?\b|\bventilat(?:ed|ion|e)\b|\bsmoke\b|\bfire (?:hazard|safe)|\bpropane\b|\badentro\b|\bespacio\b|\bgrill (?:size|fit|dimensions)|\b\d+ ?(?:x|by|×) ?\d+\b(?! ?(?:is|isn'?t|=|equals|makes|should be|comes? to|plus|\+)\b)(?! ?=)|\bapartments?\b|\bbalcon(?:y|ies)\b|\bgarage\b|\bbe (?:done )?inside\b/i,
    unless: /\b(?:allerg|tax|rain|raining|weather)\b|\bhouse (?:sauces?|salad|rules)|\binside \d+ hours/i,
  },
  {
    ask: "chef.brings",
    words:
      /\bwhat (?:do|does|will) (?:you|the chefs?|your chefs?|y'all|u|they) (?:guys )?(?:bring|provide|supply|come with|take care)\b|\b(?:do|does|will) (?:you|the chefs?|your chefs?|they|u)\b.{0,20}\b(?:bring|provide|have|supply)\b.{0,25}\b(?:grill|food|ingredients|everything|propane|gas|equipment|cooking|own)\b|\bqu[eé] traen\b|\b(?:bring|brings) (?:the|your|his|their|everything|all)\b.{0,20}(?:grill|food|equipment|everything|ingredients)?\b|\bour own (?:grill|food|meat)|\bdo i need (?:a |to have a |my own )?grill/i,
    unless:
      /\b(?:tables?|chairs?|plates?|utensils|silverware)\b|\bbring(?:ing|s)?\b.{0,50}\b(?:down|up|back) to \d/i,
  },
  {
    ask: "agreement.terms",
    words:
      /\b(?:contract|agreement|waiver|terms(?: and conditions)?|e-?sign|sign (?:something|anything|a|the)|liability waiver|contrato)\b|\bwhat am i signing\b/i,
    unless: /\bhow long\b.{0,30}\bto sign/i,
  },
  {
    ask: "unknown.insurance",
    words:
      /\binsur(?:ance|ed)\b|\bliabilit(?:y|ies)\b(?! waiver)|\bcertificate\b|\bcoi\b|\blicen[sc](?:e|ed|es)\b|\bpermits?\b|\bhealth department\b|\bbonded\b|\bfood handlers?\b|\bbackground check/i,
  },
  {
    ask: "unknown.halal_kosher",
    words: /\bhalal\b|\bkosher\b|\bzabiha\b/i,
  },
  {
    ask: "unknown.power",
    words:
      /\b(?:electric(?:ity|al)?|power outlets?|outlets?|power source|plug(?:ged)? ?in|generator|extension cords?|electricidad|need power|running water|wi-?fi)\b/i,
  },
]

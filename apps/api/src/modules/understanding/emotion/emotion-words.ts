import type { EmotionLabel } from "./emotion.ts"

/** [label, weight, words]: what people write when they feel it. Weights add up; negation before a word turns it off. */
export const EMOTION_WORDS: readonly [EmotionLabel, number, RegExp][] = [
  [
    "angry",
    3,
    /\b(?:furious|outrag\w+|livid|angry|pissed|enraged|infuriat\w+|disgust(?:ed|ing)|how dare|scam(?:mers?|med)?|thie(?:f|ves)|crooks?|liars?|lying|fraud(?:sters?)?|rip[- ]?off|ripped (?:me|us) off|bullsh\w*|bs|wtf|damn|hell|shit\w*|fuck\w*|f\*+\w*|idiots?|incompeten\w+|worst|pathetic|fed up|hate|enojad[oa]|furios[oa]|indignad[oa]|stole|robb(?:ed|ery)|shame on you|sick of|screw you|(?:some|a lot of|the) nerve|disgrace\w*)\b/gi,
  ],
  [
    "angry",
    2,
    /\b(?:unacceptable|ridiculous|insult\w*|disrespect\w*|rude|absurd|inexcusable|outrageous|joke of|a joke|never again|appall\w+|unbelievable|harass\w*|inappropriate\w*|chargeback|dispute|horrible|mad at|inaceptable)\b/gi,
  ],
  [
    "frustrated",
    2.4,
    /\b(?:frustrat\w+|annoy(?:ed|ing)|irritat\w+|ugh+|argh+|come on|for the (?:third|second|fifth|fourth|tenth|last) time|third time|already (?:told|asked|said|emailed|called)|keep(?:s)? (?:asking|repeating|sending|getting|telling|saying|giving|crashing)|still (?:waiting|no (?:answer|reply|response)|haven'?t|hasn'?t|not)|nobody (?:answers|responds|replies|calls|has)|no one (?:answers|responds|replies|calls|has|is|will)|waste of (?:my )?time|wasting my time|give me the runaround|runaround|over and over|again and again|doesn'?t work|isn'?t working|not working|won'?t (?:load|work|let)|impossible to|how (?:hard|difficult) (?:is|can) it|this is the \w+ time|getting nowhere|useless|going in circles|not what i asked|you'?re not listening|same answer|tired of|how many times|harto|harta|otra vez|why (?:is it|is this|can'?t|won'?t|does(?:n'?t)?).{0,25}(?:so hard|so difficult|anyone|you just|nobody)|for (?:days|weeks)|seriously|enough already|make up your mind)\b/gi,
  ],
  [
    "disappointed",
    2.4,
    /\b(?:disappoint\w+|let ?down|expected (?:more|better)|underwhelm\w+|not (?:what (?:we|i) (?:expected|paid|ordered|hoped|was promised)|worth|impressed|as (?:good|described|advertised|promised|expected)|happy with|satisfied|up to|that great|very good|the best)|was hoping|had (?:such )?high hopes|such a shame|what a shame|too bad|unfortunately|mediocre|subpar|unhappy|dissatisf\w+|fell short|less than|poor (?:service|quality|experience)|decepcion\w+|wish (?:it|we|you|the chef|i) (?:had|hadn'?t|would have|were|was)|sadly|regret|could have been better|wasn'?t (?:great|good|worth|what)|weren'?t (?:great|good)|bland|cold food|food was (?:cold|dry|bland)|forgot (?:our|the|my)|expected)\b/gi,
  ],
  [
    "sad",
    3,
    /\b(?:sad(?:ly|ness)?|heart ?broken|devastat\w+|griev\w+|mourning|passed away|passing|funeral|memorial|died|death|lost (?:my|our|his|her) (?:\w+ )?(?:mom|dad|mother|father|wife|husband|son|daughter|grand\w+|brother|sister|friend|baby|aunt|uncle|job|dog)|miss (?:him|her|them)|crying|cry|tears|depress\w+|lonely|alone|hospice|terminal|cancer|divorce\w*|celebration of life|in memory|hard (?:year|time)|tough (?:year|time)|broken ?hearted|miscarr\w+|laid off|triste|falleci[oó]|muri[oó]|funerario|widow\w*|last birthday|called off the wedding|broke up|hopeless|can'?t go on|suicid\w+|end my life)\b/gi,
  ],
  [
    "anxious",
    2.4,
    /\b(?:nervous|anxious|anxiety|worr(?:y|ied|ying|ies)|stress(?:ed|ful|ing)?|overwhelm\w+|scared|afraid|panic\w*|freak(?:ing|ed)? out|concern(?:ed|s)?|terrified|hope (?:nothing|it (?:doesn'?t|won'?t)|everything|that)|what if (?:something|everything|it all|nobody|no one|the chef|you)|first time (?:hosting|planning|doing|throwing)|never (?:hosted|done|planned|thrown)|go(?:es)? wrong|make sure (?:everything|nothing|it)|losing sleep|can'?t sleep|on edge|uneasy|is (?:it|this) (?:safe|legit|ok|really|going to)|reassur\w+|please tell me|dread\w*|tense|are you sure|double[- ]check(?:ing)?|nervios[oa]|preocupad[oa]|ansios[oa]|miedo|butterflies|everything (?:has|needs) to be perfect|have to be perfect|must be perfect|mess(?:ing)? (?:it|this) up|jitters|apprehensive|hesitant)\b/gi,
  ],
  [
    "urgent-worried",
    3,
    /\b(?:asap|a\.s\.a\.p|urgent(?:ly)?|emergency|immediately|right now|right away|hurry|help!+|help me|please help|911|in (?:an|one|two|1|2|3|half an) hours?|starts? in|guests? (?:are )?(?:already )?(?:here|arriving|waiting|sitting|hungry|starving)|where (?:is|'?s) (?:the|our|my|your) (?:chef|cook|guy|hibachi)|chef (?:is(?: not|n'?t)|hasn'?t|isn'?t|not|still not) (?:here|arrived|shown|showed|come)|not here yet|no sign of|no idea where|minutes? (?:ago|late|away|left|until)|any minute|running out of time|time sensitive|last minute|can'?t breathe|throat|swelling|swollen|ambulance|urgente|emergencia|ayuda|cannot wait|need (?:an )?(?:answer|reply|help|this|it|to know) (?:now|today|tonight|asap|right|fast|quickly|immediately)|as soon as possible|epi ?-?pen|anaphyla\w*|allergic reaction|hives|(?<!onion )on fire(?! like| trick)|bleeding|tonight'?s party|today'?s party)\b/gi,
  ],
  [
    "embarrassed",
    3,
    /\b(?:embarrass\w*|ashamed|mortif\w+|humiliat\w+|awkward|(?:this is|i feel|feel|sounds?) (?:so |really |a bit |kind of |like a )?(?:silly|dumb|stupid|foolish|awkward|bad)|dumb question|stupid question|silly question|my bad|oops|whoops|so sorry|sorry (?:to bother|for|about|i|to ask|if)|my (?:mistake|fault)|i messed up|i screwed up|i forgot|completely forgot|avergonzad[oa]|qu[eé] pena|verg[uü]enza|i feel terrible|i misread|i goofed|sheepish|in front of (?:everyone|all|my|the)|can'?t afford|tight on money|don'?t judge|blush\w*|red[- ]faced)\b/gi,
  ],
  [
    "confused",
    2.6,
    /\b(?:confus\w+|don'?t (?:understand|get (?:it|how|why|this|the)|follow|see (?:how|why|where))|not (?:sure (?:what|how|if|which|why|i)|clear|following)|unclear|lost\b(?! (?:my|our|his|her))|makes? no sense|doesn'?t make sense|what do(?:es)? (?:you|that|this|it) mean|wait,? (?:what|so|i|is|does|but|why)|huh|which (?:is it|one is right)|contradict\w*|you said|mixed up|puzzled|can you (?:explain|clarify)|clarif\w+|explain (?:that|this|it|again|how|why|the)|no entiendo|confundid[oa]|i thought|so (?:is|does) (?:it|that|this)|baffled|different (?:prices|numbers|answers|amounts)|website says|\?{3,}|what'?s the difference|how come|doesn'?t match|don'?t add up|doesn'?t add up|bit lost)\b/gi,
  ],
  [
    "excited",
    2.8,
    /\b(?:excit\w+|dying of excitement|sleeps to go|it'?s happening|can'?t wait|cannot wait|so pumped|pumped|stoked|thrilled|hyped|omg|yay+|woo+ ?hoo+|woohoo|yes+!+|looking forward|dream|amazing idea|super happy|emocionad[oa]|counting down|so ready|this is going to be|gonna be (?:so |epic|awesome|amazing|great|lit)|epic|go big|squee+|let'?s go+|finally (?:getting|doing|booking|turning)|big day|over the moon|psyched|ecstatic|fantastic news|so fun)\b/gi,
  ],
  [
    "happy",
    2.2,
    /\b(?:happy|glad|delighted|pleased|love(?:d|ly)?|great|wonderful|awesome|perfect|fantastic|excellent|amazing|best|fun|all good|enjoyed|beautiful|yummy+|(?<!yum[- ])yum+(?![- ]?yum)|delicious|incredible|good news|feliz|content[oa]|encant\w+|excelente|perfecto|genial|nice|cool|sweet|blast|5 stars?|five stars?|impressed|hit of the party|a hit|memorable|superb)\b/gi,
  ],
  [
    "grateful",
    2.8,
    /\b(?:thank(?:s| you| u|ful)|thx|ty|tysm|(?<!\b(?:would|'d|will|if) (?:really |very much |greatly )?)appreciat\w+|grateful|gratitude|gracias|agradecid\w+|you'?re (?:the best|a lifesaver|amazing|so (?:kind|helpful))|life ?saver|so helpful|means (?:a lot|so much|the world)|bless (?:you|y'?all)(?: all)?|turned (?:\w+ ){1,4}around|much obliged|owe you one|couldn'?t have done|saved (?:the|our|my) (?:day|party))\b/gi,
  ],
  [
    "curious",
    1.6,
    /\b(?:curious|wonder(?:ing)?|interested (?:in|to)|tell me (?:more|about)|just (?:asking|checking|wondering)|was wondering|how does (?:it|this|that)|what(?:'s| is) (?:it|the) like|i'?d (?:like|love) to (?:know|learn|hear)|more (?:info|information|details)|learn more|any (?:chance|idea)|do you (?:also|ever|guys)|looking into|heard about|saw (?:you|your)|what kind of|me pregunto|thinking (?:about|of)|exploring|considering|out of curiosity|intrigued|how did|is it true)\b/gi,
  ],
]

/** Emoji say it without words. */
export const EMOTION_SIGNS: readonly [EmotionLabel, RegExp][] = [
  ["angry", /[😡🤬😠💢🖕]/gu],
  ["frustrated", /[😤🙄😒😩😫]/gu],
  ["sad", /[😢😭💔😞🥺🙁☹]/gu],
  ["anxious", /[😰😟😨😬😥]/gu],
  ["urgent-worried", /[🚨🆘😱]/gu],
  ["happy", /[😊🙂😀😃😄😁👍❤😍🥰]/gu],
  ["excited", /[🎉🥳🤩🎊🔥🙌]/gu],
  ["grateful", /[🙏]/gu],
  ["confused", /[🤔😕🤷]/gu],
  ["embarrassed", /[😳🙈😅]/gu],
]

export const INTENSIFIERS =
  /\b(?:so|very|really|extremely|absolutely|completely|totally|super|incredibly|beyond|utterly|deeply|the most|insanely|muy|tan|truly|terribly|seriously|freaking|fucking)\b/gi
export const SOFTENERS =
  /\b(?:a bit|a little|kinda|kind of|slightly|somewhat|a tad|un poco|mildly|not too)\b/gi

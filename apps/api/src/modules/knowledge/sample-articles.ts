/** An article of the sample business. The texts are ours to change: staff edit them in the admin. */
export interface SampleArticle {
  slug: string
  title: string
  category: string
  body: string
}

const PRICES: SampleArticle[] = [
  {
    slug: "what-it-costs",
    title: "What a hibachi party costs",
    category: "Prices",
    body: `{#price.per_adult} Adults ({{age.adult_from}} and older) are {{price.adult}} each, before tax.

{#price.per_child} Children from {{age.child_from}} to {{age.child_to}} are {{price.child}} each, before tax. Age means the age on the day of the party.

{#price.little_ones} Little ones aged {{age.free_to}} and under are free. They eat along from the rice and vegetables and choose no protein of their own.

{#price.same} The price of a guest is the same whatever is chosen from the included proteins and sides, or left out; only upgrades and add-ons change it.

{#price.minimum} The minimum food spend is {{price.minimum_food}} before tax, which {{price.minimum_adults}} reach without extras. Guests, upgrades and add-ons count towards it; travel, tax and tip do not. If the food comes to less, the difference is added as its own line.

{#price.tax} Prices we mention are before tax. The quote shows tax as its own line, by the place of the party. A tip is voluntary and never taxed.

{#price.service_charge} There is {{service_charge.rule}}: the tip is up to you.

{#price.discount} I cannot give a discount or change a price; the price book is the same for everybody. I can pass your wish on to a person.`,
  },
  {
    slug: "upgrades-and-extras",
    title: "Upgrades and add-ons",
    category: "Prices",
    body: `{#price.upgrades} Premium proteins cost extra for each protein: {{upgrades.list}}. {{proteins.list}} are included.

{#price.addons} Add-ons are priced for each order: {{addons.list}}.

{#price.third_protein} A third protein is {{price.third_protein}} for each guest who takes one; if the third protein is a premium one, its upgrade comes on top.`,
  },
  {
    slug: "travel",
    title: "Travel fee and service area",
    category: "Prices",
    body: `{#travel.fee} The first {{travel.free_miles}} from our nearest station are free. Beyond that, travel is {{travel.per_mile}} per mile, one way, charged once per party.

{#travel.area} We come to you up to {{travel.max_miles}} from our nearest station.

{#travel.stations} Our stations are in {{stations.list}}.`,
  },
  {
    slug: "tipping",
    title: "Tips for the chef",
    category: "Prices",
    body: `{#tip.policy} Tips are voluntary and go to the chef. Many guests give {{tip.suggested}} of food and travel before tax; the amount is entirely yours to decide, and a tip is never taxed.`,
  },
]

const BOOKING: SampleArticle[] = [
  {
    slug: "how-booking-works",
    title: "How booking works",
    category: "Booking",
    body: `{#booking.how} Tell us the date, the place and the guests. You get an itemised quote, choose a start and hold it, sign the agreement and pay the deposit of {{deposit.amount}}; with that the party is booked.

{#booking.hold_terms} A hold keeps your start while you decide: you have {{hold.sign_hours}} to sign the agreement and then {{hold.pay_hours}} from your signature to pay the deposit. After that the start is free for others again; a payment that comes too late goes back to you by itself.

{#booking.lead_time} The earliest start is {{schedule.lead_hours}} from now, so please book at least {{schedule.lead_hours}} ahead.

{#booking.start_times} Parties start at {{schedule.starts}} local time. A start can be moved by up to {{schedule.move_minutes}} earlier or later, in steps of {{schedule.step_minutes}}.

{#quote.validity} A quote is valid for {{quote.valid_hours}}. After that we are glad to make a new one at the prices of the day.

{#agreement.terms} You sign the agreement online, before the deposit: it holds the deposit, cancellation, rescheduling, guest count, weather and tipping rules in the version of that day.`,
  },
  {
    slug: "the-day-itself",
    title: "The day of the party",
    category: "Booking",
    body: `{#booking.arrival} The start is when cooking begins. The chef arrives about {{schedule.setup_minutes}} before that to set up, and needs about {{schedule.packdown_minutes}} to pack down afterwards.

{#booking.duration} Cooking and serving take about {{schedule.service_minutes}} for up to {{schedule.service_guests}} guests, plus {{schedule.service_step_minutes}} for every further {{schedule.service_step_guests}}. Set-up takes {{schedule.setup_minutes}} before and pack-down {{schedule.packdown_minutes}} after. Little ones do not count.

{#booking.chefs_needed} One chef cooks for up to {{chefs.guests_per_chef}} guests. Every further {{chefs.guests_per_chef}} that have started need one more chef. Little ones aged {{age.free_to}} and under do not count.

{#booking.group_size} We cook for small and large groups: the minimum food spend of {{price.minimum_food}} applies to small parties, and one chef is added for every further {{chefs.guests_per_chef}} guests.

{#chef.brings} The chef brings the grill, the food and the cooking tools, cooks in front of your guests and cleans up the cooking area before leaving.

{#about.service} Hibachi is cooking on a hot flat grill in front of the guests. At MyHibachi a chef comes to your home or venue with the grill and the food, cooks and entertains there, and cleans up the cooking area. You name the date, the place and the guests, and everybody chooses {{menu.protein_count}} proteins.

{#host.provides} The host provides {{host.provides}}.

{#space.requirements} The grill needs a clear space of {{space.feet}}, outdoors or in a well-ventilated area, {{space.clearance_feet}} away from anything that burns.`,
  },
  {
    slug: "changing-a-booking",
    title: "Changing a booking",
    category: "Booking",
    body: `{#headcount.change} The guest count, the choices and the upgrades can change until {{headcount.cutoff_hours}} before the start. After that they are fixed.

{#reschedule.policy} The first reschedule is free when you ask at least {{reschedule.free_hours}} before the start; any further one is {{reschedule.fee}}. Moving the start by up to {{schedule.move_minutes}} on the same slot is not a reschedule. Inside {{reschedule.free_hours}} only a person can reschedule.

{#mine.address} A new address can change the travel fee and the chef's way, so a person confirms it with you.

{#weather.policy} For rain the host provides overhead cover. Without cover the party is moved or the deposit is kept. Moving because of the weather is free and does not use up your free reschedule, so your own first move stays free.`,
  },
]

const MONEY: SampleArticle[] = [
  {
    slug: "deposit-and-balance",
    title: "Deposit and balance",
    category: "Payments",
    body: `{#deposit.amount} The deposit is {{deposit.amount}}, the same for every party, and it is credited to your balance.

{#balance.due} The balance is due {{balance.due_hours}} before the start. We remind you {{balance.reminders}} before. When the start is under {{balance.full_payment_hours}} away, the full amount is paid at booking.

{#balance.unpaid} A balance still unpaid {{balance.staff_task_hours}} before the start does not cancel your party automatically: a person from our team gets in touch.

{#payment.methods} You pay by card on our secure hosted payment page. Cash, Zelle and check count only once our staff have recorded them.`,
  },
  {
    slug: "cancelling",
    title: "Cancelling and refunds",
    category: "Payments",
    body: `{#cancel.policy} Cancel {{cancel.full_refund_days}} or more before the start and the deposit is refunded in full. Later than that the deposit is kept; a balance you have already paid is returned.

{#deposit.refund} The deposit is refunded in full when you cancel {{cancel.full_refund_days}} or more before the start. If you cancel later, the deposit is kept.

{#refund.timing} Refunds go back to the original means of payment within {{refund.business_days}}.

{#cancel.by_company} If we have to cancel, everything you paid goes back at once and a person calls you.`,
  },
]

const FOOD: SampleArticle[] = [
  {
    slug: "what-is-included",
    title: "What is on the plate",
    category: "Menu",
    body: `{#menu.included} Every guest chooses {{menu.protein_count}} proteins and also gets {{sides.list}}. There is {{sake.name}} for guests {{age.drink_from}} and older.

{#menu.proteins} Every guest chooses {{menu.protein_count}} proteins. The proteins included are {{proteins.list}}. Premium proteins: {{upgrades.list}}.

{#menu.double_protein} Yes, a guest may take the same protein twice.

{#menu.vegetarian} Vegetarians choose tofu and vegetables as their two proteins, at the same price as any other guest. Fried rice has egg in it, and proteins are cooked in butter unless you ask for oil, so tell us about vegans and the chef leaves those out.

{#menu.little_ones} Little ones aged {{age.free_to}} and under eat along from rice and vegetables and choose no protein.

{#menu.drinks} {{sake.title}} for guests {{age.drink_from}} and older is included. Other drinks are up to the host.`,
  },
  {
    slug: "allergies",
    title: "Allergies and cross-contact",
    category: "Menu",
    body: `{#allergen.cross_contact} Everything is cooked on one shared grill, with shared tools. So we name the ingredients, but we cannot promise that a dish is free of traces, and for a severe allergy or coeliac disease a person talks it through with you first.

{#allergen.nuts} No nut is in any of our recipes, but we do not promise freedom from nuts.

{#allergen.butter} Proteins are cooked in butter, which is dairy, unless you ask us to leave it out.`,
  },
]

const CONTACT: SampleArticle[] = [
  {
    slug: "messages-from-us",
    title: "Messages from us",
    category: "Contact",
    body: `{#opt_out} Reply STOP to any text message to stop all messages there. If you only want to stop offers, say so: messages about a booked party go on.

{#bot.disclosure} I am MyHibachi's AI assistant. My numbers come from our price book and policies, and a person is one tap away.

{#safety.emergency} If anybody is in danger or has trouble breathing, call 911 now.

{#safety.despair} If you think about hurting yourself or about ending your life, please call or text 988, at any hour: somebody is there to listen.

{#identity.needed} To look at your booking I need to know that it is yours: open the chat from the link in your confirmation e-mail, or confirm the one-time code that we send you.

{#private.data} I cannot share what chefs are paid, anything about other customers, or internal notes: that is private.`,
  },
  {
    slug: "what-we-cannot-say",
    title: "What a person must answer",
    category: "Contact",
    body: `{#unknown.insurance} I don't know about insurance certificates; a person will tell you.

{#unknown.halal_kosher} I don't know whether our meat is halal or kosher; a person will tell you.

{#unknown.power} I don't know what power the chef needs; a person will tell you.`,
  },
]

/** The knowledge that the sample business starts with. Figures are names, so that a changed policy changes the answer. */
export const SAMPLE_ARTICLES: SampleArticle[] = [...PRICES, ...BOOKING, ...MONEY, ...FOOD, ...CONTACT]

import { afterAll, beforeAll, expect, test } from "vitest"
import { currentPolicies, publishPolicy } from "#modules/catalog/index.ts"
import { openChat } from "#modules/conversations/testing/chat-client.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { figuresOf } from "./figures.ts"
import { placeholdersOf } from "./passages.ts"
import { readBusinessData } from "./read-figures.ts"
import { SAMPLE_ARTICLES } from "./sample-articles.ts"

let app: TestApplication
let owner: StaffClient

beforeAll(async () => {
  app = await testApplication()
  owner = await signInAs(app, "owner")
})
afterAll(() => app.close())

test("no sample article writes a figure of the business itself", async () => {
  const figures = figuresOf(await readBusinessData(app.ctx()))
  for (const { body } of SAMPLE_ARTICLES) {
    expect(placeholdersOf(body).filter((name) => !figures.has(name))).toEqual([])
    // 911 and 988 are numbers of everybody, no figures of ours.
    expect(body.replace(/\{\{[^}]+\}\}/g, "").replace(/\b(?:911|988)\b/g, "")).not.toMatch(/\d/)
  }
})

test("finds by words and gives the citation that was found", async () => {
  const reply = await owner("GET", "/v1/knowledge/search?q=what%20if%20it%20rains%20at%20the%20party")
  expect(reply.json.hits[0].passage).toContain("overhead cover")
  expect(reply.json.hits[0].citation).toMatchObject({ slug: "changing-a-booking", version: 1 })
})

test("a changed policy changes the answer and the help page at once", async () => {
  const chat = await openChat(app)
  expect((await chat.ask("How much is the deposit?")).text).toContain("$100.00")
  const { texts } = await currentPolicies(app.ctx())
  const deposit = texts.find((policy) => policy.key === "deposit")
  await publishPolicy(app.ctx(), {
    key: "deposit",
    title: "Deposit",
    text: "A fixed deposit of $150.00 books the party.",
    parameters: { ...deposit?.parameters, amountCents: 150_00 },
  })
  expect((await chat.ask("How much is the deposit?")).text).toContain("$150.00")
  const help = await app.http.inject({ method: "GET", url: "/v1/public/help/deposit-and-balance" })
  expect(help.json().body).toContain("$150.00")
})

test("a service charge that the rules take on is no longer denied", async () => {
  const chat = await openChat(app)
  expect((await chat.ask("Is there a service charge?")).text).toContain("no mandatory service charge")
  await publishPolicy(app.ctx(), {
    key: "service_charge",
    title: "Service charge",
    text: "A mandatory charge of 18 percent of food is added for parties of 20 guests or more.",
    parameters: { basisPoints: 1800, on: "food", fromGuests: 20 },
  })
  expect((await chat.ask("Is there a service charge?")).text).toContain(
    "a mandatory service charge of 18% of food for parties of 20 guests or more, which is not a tip",
  )
})

test("an edited article is a new version, found at once, and an old ETag is refused", async () => {
  const body = "{#unknown.topic} The zucchini flower is our mascot and waves at every guest."
  const article = { title: "Our mascot", category: "Fun", topics: [], body, status: "published" }
  const created = await owner("POST", "/v1/knowledge/articles", article)
  expect([created.status, created.json.version]).toEqual([201, 1])
  const url = `/v1/knowledge/articles/${created.json.id}`
  const changed = { ...article, body: body.replace("zucchini", "daikon") }
  expect((await owner("PUT", url, changed)).status).toBe(428)
  expect((await owner("PUT", url, changed, { "if-match": '"v1"' })).json.version).toBe(2)
  expect((await owner("PUT", url, changed, { "if-match": '"v1"' })).status).toBe(412)
  const found = await owner("GET", "/v1/knowledge/search?q=daikon%20mascot")
  expect(found.json.hits[0].citation).toMatchObject({ title: "Our mascot", version: 2 })
  expect((await owner("GET", `${url}/versions`)).json.versions).toHaveLength(2)
})

test("a draft is neither found nor shown, and an unknown figure is refused", async () => {
  const draft = {
    title: "Secret garden",
    category: "Fun",
    topics: [],
    body: "Only the gardener knows the secret gate.",
    status: "draft",
  }
  const created = await owner("POST", "/v1/knowledge/articles", draft)
  const found = await owner("GET", "/v1/knowledge/search?q=secret%20garden%20gate")
  expect(
    found.json.hits.map((hit: { citation: { articleId: string } }) => hit.citation.articleId),
  ).not.toContain(created.json.id)
  const wrong = await owner("POST", "/v1/knowledge/articles", {
    ...draft,
    body: "It costs {{price.moon}} dollars.",
  })
  expect([wrong.status, wrong.json.code]).toEqual([400, "figure-unknown"])
})

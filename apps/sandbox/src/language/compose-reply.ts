import type { ContentFault } from "../core/faults.ts"
import { isObject, type Json, type JsonObject } from "../core/json.ts"
import { chooseFacts } from "./choose-facts.ts"
import { countInput, countTokens } from "./count-tokens.ts"
import { critique, propose, revise, synthesise } from "./discuss.ts"
import { distortText, withFlattery, withInjection, withWrongNumber } from "./distort.ts"
import { fillSchema, resolveSchema, type Source } from "./fill-schema.ts"
import { judge } from "./judge.ts"
import { askForInformation, claimsFrom, phraseAnswer } from "./phrase.ts"
import { type Prompt, readPrompt } from "./prompt.ts"
import type { LanguageReply, LanguageRequest } from "./request.ts"
import { phraseResults, planCalls, resultsSinceLastQuestion } from "./use-tools.ts"

/** Reads the prompt, calls tools where that helps, and phrases what is known. `today` is an ISO instant. */
export function composeReply(request: LanguageRequest, today: string): LanguageReply {
  const prompt = readPrompt(request.turns)
  const source: Source = { message: prompt.message, slots: prompt.slots, today }
  const inputTokens = countInput(request)
  const mayCall = request.tools.length > 0 && (prompt.facts.length === 0 || request.toolChoice !== "auto")
  const toolCalls = mayCall ? planCalls(request, source) : []
  if (toolCalls.length > 0) {
    return {
      text: "",
      toolCalls,
      finish: "tool_calls",
      inputTokens,
      outputTokens: countTokens(JSON.stringify(toolCalls)),
    }
  }
  const full = request.schema
    ? structuredText(request.schema, prompt, source, request)
    : plainText(prompt, request)
  const most = (request.maxOutputTokens ?? Number.POSITIVE_INFINITY) * 4
  const text = full.length > most ? full.slice(0, most) : full
  const finish = text.length < full.length ? "length" : "stop"
  return { text, toolCalls: [], finish, inputTokens, outputTokens: text === "" ? 0 : countTokens(text) }
}

function structuredText(
  schema: JsonObject,
  prompt: Prompt,
  source: Source,
  request: LanguageRequest,
): string {
  const known = knownValue(schema, prompt, request)
  const distorted = isObject(known) ? distortValue(known, prompt, request.faults) : known
  const text = JSON.stringify(fillSchema(schema, source, distorted))
  if (request.faults.includes("empty")) return ""
  return request.faults.includes("malformed") ? text.slice(0, Math.ceil(text.length * 0.6)) : text
}

/** What the program knows for the task that the schema's property names show. */
function knownValue(schema: JsonObject, prompt: Prompt, request: LanguageRequest): Json | undefined {
  const resolved = resolveSchema(schema, schema)
  const has = (name: string) => isObject(resolved.properties) && name in resolved.properties
  if (has("reviews")) return critique(prompt)
  if (has("answer") && has("changes")) return revise(prompt, request.style)
  if (has("answer") && has("claims")) {
    if (prompt.verifiedClaims) return synthesise(prompt, prompt.verifiedClaims, request.style)
    return propose(prompt, request.style)
  }
  if (["same", "equal", "agree", "equivalent"].some(has)) return judge(prompt)
  if (has("answer")) return { answer: plainText(prompt, { ...request, faults: [] }) }
  return undefined
}

function plainText(prompt: Prompt, request: LanguageRequest): string {
  const text = honestText(prompt, request)
  if (request.faults.includes("empty")) return ""
  let distorted = text
  for (const fault of request.faults) {
    if (fault === "wrong_number" || fault === "flattering" || fault === "injected") {
      distorted = distortText(distorted, prompt, fault)
    }
  }
  return distorted
}

function honestText(prompt: Prompt, request: LanguageRequest): string {
  if (prompt.facts.length > 0) {
    const { facts, unanswered } = chooseFacts(prompt, request.style)
    return phraseAnswer(claimsFrom(facts), unanswered, request.style)
  }
  const results = resultsSinceLastQuestion(request.turns)
  if (results.length > 0) return phraseResults(results)
  return askForInformation(request.style)
}

function distortValue(value: JsonObject, prompt: Prompt, faults: ContentFault[]): JsonObject {
  let distorted = value
  if (faults.includes("flattering")) distorted = withFlattery(distorted, prompt)
  if (faults.includes("injected")) distorted = withInjection(distorted, prompt)
  if (faults.includes("wrong_number")) distorted = withWrongNumber(distorted)
  return distorted
}

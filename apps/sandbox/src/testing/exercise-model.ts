import { generateText, isStepCount, type LanguageModel, Output, streamText, tool } from "ai"
import { z } from "zod"

const Proposal = z.object({
  answer: z.string(),
  claims: z.array(z.object({ text: z.string(), facts: z.array(z.string()) })),
  unanswered: z.array(z.string()),
})

const facts = `<facts>
fact:1 | boat.rate | A canoe costs $41.50 for two hours.
</facts><asks>
boat.rate
boat.colour
</asks><customer_message>What is the rate?</customer_message>`

const question = '<slots>{"hours": 3}</slots><customer_message>How much is a canoe?</customer_message>'

const tools = {
  canoe_price: tool({
    description: "Price of a canoe for some hours",
    inputSchema: z.object({ hours: z.number().int() }),
    execute: async () => ({ total: "$60.25" }),
  }),
}

/** Uses a model in every way that the product does: text, object, tools, whole and streamed. */
export async function exerciseModel(model: LanguageModel): Promise<void> {
  const instructions = "Answer from the facts."
  await generateText({ model, instructions, prompt: facts })
  await generateText({ model, instructions, prompt: facts, output: Output.object({ schema: Proposal }) })
  await generateText({ model, prompt: question, tools, stopWhen: isStepCount(3) })
  await streamText({ model, prompt: facts }).text
  await streamText({ model, prompt: facts, output: Output.object({ schema: Proposal }) }).output
  await streamText({ model, prompt: question, tools, stopWhen: isStepCount(3) }).text
}

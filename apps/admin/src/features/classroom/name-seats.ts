import type { Seat, SeatResponse } from "@myhibachi/contract/classroom"

const providerName: Record<Seat["provider"], string> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  mistral: "Mistral",
  ollama: "Ollama",
}

/** @returns the seats that spoke, in the order of their first words, with a name each. */
export function namesOfSeats(responses: readonly SeatResponse[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const response of responses) {
    if (!names.has(response.seatId)) names.set(response.seatId, seatName(response))
  }
  return names
}

/** @returns `OpenAI gpt-4o`. */
export function seatName(seat: Pick<Seat, "provider" | "model">): string {
  return `${providerName[seat.provider]} ${seat.model}`
}

import type { PartyDetails } from "@myhibachi/contract/party-details"

/** What is known of a party about which nobody has said anything yet. */
export const NO_DETAILS: PartyDetails = {
  occasion: "",
  setting: null,
  setUpPlace: "",
  access: "",
  parking: "",
  notes: "",
}

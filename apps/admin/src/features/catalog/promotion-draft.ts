/** A promotion as it is typed. */
export interface PromotionDraft {
  name: string
  isAutomatic: boolean
  code: string
  kind: "percent" | "fixed"
  /** Percent or dollars. */
  much: string
  target: "food" | "whole"
  minimumSpend: string
  startsAt: string
  endsAt: string
  limitTotal: string
  limitPerCustomer: string
  stationIds: string[]
  weekdays: number[]
}

export const emptyPromotion: PromotionDraft = {
  name: "",
  isAutomatic: false,
  code: "",
  kind: "percent",
  much: "",
  target: "food",
  minimumSpend: "",
  startsAt: "",
  endsAt: "",
  limitTotal: "",
  limitPerCustomer: "",
  stationIds: [],
  weekdays: [],
}

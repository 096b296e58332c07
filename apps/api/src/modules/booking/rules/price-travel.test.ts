import fc from "fast-check"
import { expect, test } from "vitest"
import { priceTravel, type TravelInputs, travelLine } from "./price-travel.ts"

const drive = (change: Partial<TravelInputs>): TravelInputs => ({
  stationId: "st_fremont",
  stationName: "Fremont",
  milesHundredths: 30_00,
  freeMilesHundredths: 30_00,
  ratePerMileCents: 200,
  source: "google-routes",
  measuredAt: "2026-11-10T20:00:00Z",
  drivingSeconds: 3600,
  ...change,
})

test("charges each rate only for its own miles and says so", () => {
  const furtherRates = [{ fromMilesHundredths: 100_00, ratePerMileCents: 300 }]
  const far = priceTravel(drive({ milesHundredths: 120_50, furtherRates, areaName: "Napa Valley" }))
  expect(far.fee.amount).toBe(70 * 200 + 20.5 * 300)
  expect(far.explanation).toBe(
    "120.5 miles one way from our Fremont station, in our service area Napa Valley; the first 30 miles are free, the next 70 miles cost $2.00 each, the other 20.5 miles cost $3.00 each.",
  )
  expect(travelLine(far)).toMatchObject({ quantity: 90.5, unitPrice: null })
  expect(travelLine(priceTravel(drive({ milesHundredths: 80_00, furtherRates }))).unitPrice?.amount).toBe(200)
})

test("quotes from before further rates replay to the same bytes", () => {
  expect(JSON.stringify(priceTravel(drive({ milesHundredths: 41_27 })))).toBe(
    '{"stationId":"st_fremont","stationName":"Fremont","milesHundredths":4127,"freeMilesHundredths":3000,"chargedMilesHundredths":1127,"ratePerMile":{"amount":200,"currency":"USD"},"fee":{"amount":2254,"currency":"USD"},"source":"google-routes","measuredAt":"2026-11-10T20:00:00Z","drivingSeconds":3600,"explanation":"41.27 miles one way from our Fremont station; the first 30 miles are free, the other 11.27 miles cost $2.00 each."}',
  )
})

test("is the sum over every hundredth of a mile, rounded half-up once, whatever the rates", () => {
  const rates = fc
    .uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 })
    .chain((starts) =>
      fc.tuple(
        ...starts
          .sort((left, right) => left - right)
          .map((start) =>
            fc.integer({ min: 0, max: 700 }).map((ratePerMileCents) => ({ start, ratePerMileCents })),
          ),
      ),
    )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 700 }),
      rates,
      (milesHundredths, free, ratePerMileCents, further) => {
        const furtherRates = further.map(({ start, ratePerMileCents: cents }) => ({
          fromMilesHundredths: free + start,
          ratePerMileCents: cents,
        }))
        let hundredths = 0
        for (let mile = free; mile < milesHundredths; mile += 1)
          hundredths +=
            furtherRates.findLast((rate) => rate.fromMilesHundredths <= mile)?.ratePerMileCents ??
            ratePerMileCents
        const travel = priceTravel(
          drive({ milesHundredths, freeMilesHundredths: free, ratePerMileCents, furtherRates }),
        )
        expect(travel.fee.amount).toBe(Math.floor((hundredths + 50) / 100))
        expect(travel.chargedMilesHundredths).toBe(Math.max(0, milesHundredths - free))
      },
    ),
  )
})

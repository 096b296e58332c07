import type { ChefGrade } from "@myhibachi/contract/crew"

const TERMS = {
  freeMilesHundredths: 30_00,
  ratePerMileCents: 2_00,
  maximumMilesHundredths: 200_00,
  isActive: true,
}

export const SAMPLE_STATIONS = [
  {
    ...TERMS,
    id: "st_fremont",
    name: "Fremont",
    address: "Fremont, CA 94538",
    city: "Fremont",
    state: "CA",
    latitude: 37.5485,
    longitude: -121.9886,
    timeZone: "America/Los_Angeles",
  },
  {
    ...TERMS,
    id: "st_sacramento",
    name: "Sacramento",
    address: "Sacramento, CA 95814",
    city: "Sacramento",
    state: "CA",
    latitude: 38.5816,
    longitude: -121.4944,
    timeZone: "America/Los_Angeles",
  },
  {
    ...TERMS,
    id: "st_los_angeles",
    name: "Los Angeles",
    address: "Los Angeles, CA 90012",
    city: "Los Angeles",
    state: "CA",
    latitude: 34.0522,
    longitude: -118.2437,
    timeZone: "America/Los_Angeles",
  },
  {
    ...TERMS,
    id: "st_dallas",
    name: "Dallas",
    address: "Dallas, TX 75201",
    city: "Dallas",
    state: "TX",
    latitude: 32.7767,
    longitude: -96.797,
    timeZone: "America/Chicago",
  },
  {
    ...TERMS,
    id: "st_miami",
    name: "Miami",
    address: "Miami, FL 33130",
    city: "Miami",
    state: "FL",
    latitude: 25.7617,
    longitude: -80.1918,
    timeZone: "America/New_York",
  },
]

export const SAMPLE_GRADES: { grade: ChefGrade; payPerAdultCents: number }[] = [
  { grade: "junior", payPerAdultCents: 10_00 },
  { grade: "regular", payPerAdultCents: 12_00 },
  { grade: "senior", payPerAdultCents: 13_00 },
  { grade: "master", payPerAdultCents: 15_00 },
]

const NAMES: Record<string, string[]> = {
  st_fremont: [
    "Kenji Marlow",
    "Rosa Delacroix",
    "Tomas Ueda",
    "Priya Lindqvist",
    "Hana Okafor",
    "Diego Whitlock",
  ],
  st_sacramento: ["Marcus Ishii", "Elena Brandt", "Yuki Castellano", "Owen Takeda"],
  st_los_angeles: ["Naomi Sorensen", "Luis Hayashi", "Grace Adeyemi", "Victor Kimura", "Mei Robles"],
  st_dallas: ["Carter Nishida", "Sofia Penrose", "Andre Fujita", "Lily Navarro"],
  st_miami: ["Camila Ono", "Jonah Reyes", "Aiko Beaumont", "Rafael Storm"],
}

const GRADES: ChefGrade[] = ["master", "senior", "regular", "junior"]
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** Each has one of Monday to Thursday off, in turn, and works from before noon until after midnight. */
export const SAMPLE_CHEFS = Object.entries(NAMES).flatMap(([stationId, names]) =>
  names.map((name, index) => ({
    id: `chef_${name.toLowerCase().replaceAll(" ", "_")}`,
    name,
    stationId,
    grade: GRADES[index % GRADES.length] ?? "regular",
    isActive: true,
    hours: WEEKDAYS.filter((weekday) => weekday !== (index % 4) + 1).map((weekday) => ({
      weekday,
      fromTime: "10:00",
      toTime: "01:00",
    })),
  })),
)

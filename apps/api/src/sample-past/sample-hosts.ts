export interface SampleHost {
  name: string
  address: string
}

/** Invented people at invented house numbers, by the station that serves them; all of them have 555 numbers. */
export const SAMPLE_HOSTS: Record<string, readonly SampleHost[]> = {
  st_fremont: [
    { name: "Abigail Thornbury", address: "418 Larkspur Lane, Fremont, CA 94539" },
    { name: "Ravi Chandrasena", address: "2261 Paseo Padre Pkwy, Fremont, CA 94536" },
    { name: "Beatriz Falconer", address: "77 Vernal Court, Oakland, CA 94611" },
    { name: "Desmond Ackerley", address: "1309 Quail Run, San Jose, CA 95120" },
    { name: "Minako Harcourt", address: "904 Elmwood Terrace, Berkeley, CA 94705" },
    { name: "Theo Vanderlyn", address: "55 Skyline Crest, Hayward, CA 94542" },
    { name: "Ines Baptiste", address: "3120 Orchard Way, Palo Alto, CA 94306" },
    { name: "Gordon Pellegrin", address: "640 Canyon Bluff, Walnut Creek, CA 94598" },
    { name: "Saoirse Lindgren", address: "88 Tamarind Street, San Mateo, CA 94403" },
    { name: "Felix Oyelaran", address: "2750 Vineyard Ave, Livermore, CA 94550" },
    { name: "Lucia Brandvold", address: "1511 Rosebay Drive, Sunnyvale, CA 94087" },
    { name: "Hector Kawamoto", address: "209 Juniper Close, Pleasanton, CA 94566" },
  ],
  st_sacramento: [
    { name: "Odette Marchetti", address: "4400 Riverbend Road, Sacramento, CA 95831" },
    { name: "Silas Whitcombe", address: "1722 Almond Grove, Davis, CA 95616" },
    { name: "Yolanda Petrakis", address: "36 Granite Loop, Folsom, CA 95630" },
    { name: "Amir Delafield", address: "915 Willow Creek, Roseville, CA 95661" },
    { name: "Freya Nakagawa", address: "2088 Laguna Vista, Elk Grove, CA 95758" },
  ],
  st_los_angeles: [
    { name: "Celeste Abernathy", address: "711 Hillcrest Road, Pasadena, CA 91105" },
    { name: "Mateo Strand", address: "1450 Ocean Park, Santa Monica, CA 90405" },
    { name: "Priscilla Oduya", address: "3307 Sycamore Bend, Glendale, CA 91207" },
    { name: "Lionel Farragut", address: "92 Bayshore Walk, Long Beach, CA 90803" },
    { name: "Tamsin Ibarra", address: "5016 Moorpark Way, Los Angeles, CA 91602" },
    { name: "Winston Aurelio", address: "860 Verdugo Heights, Burbank, CA 91504" },
    { name: "Noor Castellanos", address: "2214 Palos Drive, Torrance, CA 90505" },
  ],
  st_dallas: [
    { name: "Georgia Hallström", address: "6102 Mockingbird Row, Dallas, TX 75214" },
    { name: "Beau Navarrete", address: "418 Legacy Bend, Plano, TX 75024" },
    { name: "Clementine Osei", address: "1290 Prairie View, Frisco, TX 75034" },
    { name: "Travis Lundgren", address: "75 Cedar Hollow, Irving, TX 75063" },
    { name: "Marisol Keene", address: "3340 Trinity Oaks, Fort Worth, TX 76109" },
  ],
  st_miami: [
    { name: "Alejandra Voss", address: "2901 Coconut Grove Dr, Miami, FL 33133" },
    { name: "Julian Mercado", address: "440 Alhambra Row, Coral Gables, FL 33134" },
    { name: "Thandi Rosewall", address: "1815 Harbor Isle, Miami Beach, FL 33139" },
    { name: "Ramon Feldstein", address: "730 Sunrise Key, Fort Lauderdale, FL 33304" },
  ],
}

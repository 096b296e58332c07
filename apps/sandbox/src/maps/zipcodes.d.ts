// The package brings no types of its own; these are the parts that are used.
declare module "zipcodes" {
  export type ZipRecord = {
    zip: string
    latitude: number
    longitude: number
    city: string
    state: string
    country: string
  }
  const zipcodes: {
    codes: Record<string, ZipRecord>
    states: { full: Record<string, string>; abbr: Record<string, string> }
  }
  export default zipcodes
}

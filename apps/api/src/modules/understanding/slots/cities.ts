/** Towns that customers write in small letters; any other town is recognised by its capital or its state. */
const NAMES = `san francisco|san jose|san mateo|san ramon|san rafael|san leandro|san bruno|san carlos|san diego|
san bernardino|san antonio|san luis obispo|san clemente|santa clara|santa cruz|santa rosa|santa monica|santa ana|
santa barbara|santa clarita|oakland|fremont|hayward|berkeley|richmond|concord|walnut creek|pleasanton|livermore|
dublin|union city|newark|milpitas|sunnyvale|mountain view|palo alto|menlo park|redwood city|cupertino|campbell|
los gatos|saratoga|gilroy|morgan hill|daly city|vallejo|fairfield|vacaville|napa|petaluma|novato|antioch|brentwood|
tracy|stockton|modesto|manteca|lodi|sacramento|elk grove|roseville|folsom|rocklin|davis|woodland|citrus heights|
rancho cordova|el dorado hills|auburn|yuba city|chico|redding|fresno|clovis|visalia|bakersfield|monterey|salinas|
los angeles|long beach|pasadena|glendale|burbank|anaheim|irvine|huntington beach|costa mesa|newport beach|fullerton|
torrance|inglewood|downey|pomona|ontario|riverside|corona|moreno valley|rancho cucamonga|fontana|malibu|calabasas|
thousand oaks|oxnard|ventura|simi valley|palmdale|lancaster|temecula|palm springs|dallas|fort worth|plano|frisco|
arlington|irving|garland|mckinney|allen|carrollton|richardson|mesquite|denton|lewisville|grapevine|southlake|
rockwall|waco|tyler|austin|houston|miami|miami beach|hialeah|fort lauderdale|hollywood|coral gables|doral|kendall|
homestead|pembroke pines|miramar|boca raton|west palm beach|pompano beach|coral springs|weston|key largo|naples|
orlando|tampa|las vegas|reno|tahoe|lake tahoe|south lake tahoe|phoenix|seattle|portland|chicago|new york|brooklyn|
boston|atlanta|denver|bay area|orange county|silicon valley|half moon bay|castro valley|danville|alameda|emeryville`

/** Longer names first, so that "miami beach" is not read as "miami". */
export const CITIES = new RegExp(
  `\\b(?:${NAMES.replace(/\s*\n\s*/g, "")
    .split("|")
    .sort((a, b) => b.length - a.length)
    .join("|")})\\b(?!'s)`,
  "i",
)

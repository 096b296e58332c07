import type { NextConfig } from "next"

const config: NextConfig = {
  transpilePackages: ["@myhibachi/ui", "@myhibachi/contract"],
  poweredByHeader: false,
  reactStrictMode: true,
  // Live updates are a stream: compression would hold its lines back.
  compress: false,
  devIndicators: false,
  // The types are checked with all others by `npm run check`; a second time would only delay the first start.
  typescript: { ignoreBuildErrors: true },
}

export default config

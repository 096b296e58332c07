import type { NextConfig } from "next"

const config: NextConfig = {
  transpilePackages: ["@myhibachi/ui", "@myhibachi/contract"],
  poweredByHeader: false,
  reactStrictMode: true,
  // Live updates are a stream: compression would hold its lines back.
  compress: false,
  devIndicators: false,
  typescript: { tsconfigPath: "tsconfig.json" },
}

export default config

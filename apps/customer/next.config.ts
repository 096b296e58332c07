import type { NextConfig } from "next"

const config: NextConfig = {
  transpilePackages: ["@myhibachi/ui", "@myhibachi/contract"],
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
}

export default config

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const https = { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" };

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Every browser gets the title with the page, never after it.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "postgres"],
  experimental: {
    authInterrupts: true,
    // a registry in four files is sent to a server action whole
    serverActions: { bodySizeLimit: "25mb" },
    proxyClientMaxBodySize: "25mb",
    optimizePackageImports: ["@mantine/core", "@mantine/hooks"],
  },
  headers: async () => [
    { source: "/:path*", headers },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [https],
    },
  ],
};

export default config;

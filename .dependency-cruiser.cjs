const MODULE_ORDER = [
  "mail",
  "identity",
  "tasks",
  "catalog",
  "customers",
  "texts",
  "customer-access",
  "crew",
  "booking",
  "payments",
  "reports",
  "notifications",
  "knowledge",
  "conversations",
  "understanding",
  "classroom",
  "assistant",
  "leads",
  "exchange",
  "operations",
]

/** A module may call only earlier ones; the other way goes by events. */
const laterModules = MODULE_ORDER.slice(0, -1).map((name, index) => ({
  name: `${name}-calls-no-later-module`,
  severity: "error",
  from: { path: `^apps/api/src/modules/${name}/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^apps/api/src/modules/(${MODULE_ORDER.slice(index + 1).join("|")})/` },
}))

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "modules-through-their-face",
      comment: "Another module's files are private; its index.ts is the face.",
      severity: "error",
      from: { path: "^apps/api/src/modules/([^/]+)/", pathNot: "\\.test\\.ts$|/testing/" },
      to: {
        path: "^apps/api/src/modules/([^/]+)/",
        pathNot: ["^apps/api/src/modules/$1/", "^apps/api/src/modules/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "platform-knows-no-business",
      severity: "error",
      from: { path: "^apps/api/src/platform/", pathNot: "^apps/api/src/platform/testing/" },
      to: { path: "^apps/api/src/modules/" },
    },
    {
      name: "sandbox-stands-alone",
      severity: "error",
      from: { path: "^apps/sandbox/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(apps/(api|customer|admin)|packages)/" },
    },
    {
      name: "api-knows-no-sandbox",
      severity: "error",
      from: { path: "^apps/api/src/", pathNot: "(\\.test\\.ts$|/testing/)" },
      to: { path: "^apps/sandbox/" },
    },
    {
      name: "sites-know-only-the-contract",
      severity: "error",
      from: { path: "^apps/(customer|admin)/" },
      to: { path: "^apps/(api|sandbox)/" },
    },
    {
      name: "model-vendors-in-one-folder",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot: ["^apps/api/src/providers/(llm|embeddings)/", "\\.test\\.ts$"],
      },
      to: { path: "node_modules/(@ai-sdk/(openai|anthropic|mistral)|ollama-ai-provider-v2)/" },
    },
    ...laterModules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(\\.next|node_modules/(?!@myhibachi))" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "apps/api/tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs"],
    },
  },
}

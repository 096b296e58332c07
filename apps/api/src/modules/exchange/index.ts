import { defineModule } from "#platform/module.ts"
import { exportRoutes } from "./exports/routes.ts"
import { writeExportJob } from "./exports/write-export.ts"
import { checkImportJob } from "./imports/check-import.ts"
import { importRoutes } from "./imports/routes.ts"
import { runImportJob } from "./imports/run-import.ts"
import { exchangePersonalData } from "./personal-data.ts"
import { sweepFiles } from "./sweep-files.ts"

/** Files from outside, made by the same verbs as people use; and files to take out. */
export const exchangeModule = defineModule({
  name: "exchange",
  feature: "FEATURE_CORE_API",
  personalData: exchangePersonalData,
  routes: [...importRoutes, ...exportRoutes],
  jobs: [checkImportJob, runImportJob, writeExportJob],
  schedules: [sweepFiles],
})

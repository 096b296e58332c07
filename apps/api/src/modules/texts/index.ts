import { defineModule } from "#platform/module.ts"
import { textsPersonalData } from "./personal-data.ts"
import { processNotice } from "./receive-notice.ts"
import { textRoutes } from "./routes.ts"
import { textsEveryMinute } from "./send-due-texts.ts"
import { workText } from "./send-text.ts"

export { textReceived } from "./events.ts"
export { findTexts } from "./find-texts.ts"
export { isStopped, phoneOf } from "./phones.ts"
export { queueText } from "./queue-text.ts"
export { readReceivedText } from "./receive-notice.ts"
export { refuseTexts } from "./refuse-texts.ts"
export { withdrawTexts } from "./withdraw-texts.ts"

/** Text messages for all modules; each writes its own words. */
export const textsModule = defineModule({
  name: "texts",
  feature: "FEATURE_RINGCENTRAL",
  routes: textRoutes,
  jobs: [workText, processNotice],
  schedules: [textsEveryMinute],
  personalData: textsPersonalData,
})

import { expect, test } from "vitest"
import { deviceText } from "./device-text.ts"

test("names browser and system, the more special one first", () => {
  expect(
    deviceText("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"),
  ).toBe("Edge on Windows")
  expect(deviceText("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1")).toBe(
    "Safari on iPhone",
  )
})

test("shows what it does not know as it came", () => {
  expect(deviceText("curl/8.0")).toBe("curl/8.0")
  expect(deviceText(null)).toBe("Unknown device")
})

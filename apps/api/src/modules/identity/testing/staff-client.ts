import type { TestApplication } from "#platform/testing/application.ts"
import { SAMPLE_PASSWORD } from "../seed-staff.ts"

export interface StaffReply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies whose shape they assert
  json: any
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
export type StaffClient = (
  method: Method,
  url: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<StaffReply>

/** Signs a sample account in, for example `owner`. @returns a caller that sends its cookie. */
export async function signInAs(app: TestApplication, role: string): Promise<StaffClient> {
  const payload = { email: `${role}@myhibachi.example`, password: SAMPLE_PASSWORD }
  const reply = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
  if (reply.statusCode !== 200) throw new Error(`The sample account ${role} could not sign in: ${reply.body}`)
  const cookie = [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
  return async (method, url, body, headers = {}) => {
    const answer = await app.http.inject({
      method,
      url,
      headers: { cookie, origin: app.services.config.ADMIN_URL, ...headers },
      ...(body ? { payload: body } : {}),
    })
    return { status: answer.statusCode, json: answer.body === "" ? undefined : answer.json() }
  }
}

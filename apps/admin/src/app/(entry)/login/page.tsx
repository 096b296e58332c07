import type { Metadata } from "next"
import { safePath } from "@/entry/safe-path.ts"
import { SignIn } from "@/entry/sign-in.tsx"

export const metadata: Metadata = { title: "Sign in" }

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next } = await searchParams
  return <SignIn next={safePath(typeof next === "string" ? next : null)} />
}

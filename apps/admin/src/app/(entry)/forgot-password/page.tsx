import type { Metadata } from "next"
import { ForgotPasswordForm } from "@/entry/forgot-password-form.tsx"

export const metadata: Metadata = { title: "Forgot password" }

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />
}

import { z } from "zod"
import { InstantText } from "./time.ts"

export const StaffRole = z.enum([
  "owner",
  "director",
  "manager",
  "support",
  "dispatcher",
  "chef",
  "marketing",
  "auditor",
])
export type StaffRole = z.infer<typeof StaffRole>

const Email = z.string().trim().toLowerCase().pipe(z.email("Write an e-mail address like name@example.com."))
const NewPassword = z
  .string()
  .min(12, "Use at least 12 characters; a sentence is easiest to remember.")
  .max(128, "Use at most 128 characters.")
const Code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, "Write the 6 digits of the code.")

export const Login = z.object({
  email: Email,
  password: z.string().min(1, "Write your password.").max(128),
})
export type Login = z.infer<typeof Login>

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  chefId: z.string().nullable(),
  isActive: z.boolean(),
  hasTwoFactor: z.boolean(),
  createdAt: InstantText,
})
export type StaffMember = z.infer<typeof StaffMember>

export const Me = StaffMember.extend({ permissions: z.array(z.string()) })
export type Me = z.infer<typeof Me>

/** After `two-factor-required` call POST /v1/auth/mfa/login with a code; the cookie carries the attempt. */
export const LoginResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("signed-in"), me: Me }),
  z.object({ status: z.literal("two-factor-required") }),
])
export type LoginResult = z.infer<typeof LoginResult>

export const SecondFactor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("totp"), code: Code }),
  z.object({ kind: z.literal("backup"), code: z.string().trim().min(6).max(40) }),
])
export type SecondFactor = z.infer<typeof SecondFactor>

export const ConfirmPassword = z.object({ password: z.string().min(1).max(128) })
export type ConfirmPassword = z.infer<typeof ConfirmPassword>

export const TwoFactorEnrolment = z.object({
  /** `otpauth://totp/…` for the QR code or a tap on the phone. */
  otpauthUri: z.string(),
  /** The same secret to type by hand. */
  secret: z.string(),
  backupCodes: z.array(z.string()),
})
export type TwoFactorEnrolment = z.infer<typeof TwoFactorEnrolment>
export const VerifyTotp = z.object({ code: Code })
export type VerifyTotp = z.infer<typeof VerifyTotp>
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) })
export type BackupCodes = z.infer<typeof BackupCodes>

export const StaffSession = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: InstantText,
  expiresAt: InstantText,
})
export type StaffSession = z.infer<typeof StaffSession>
export const StaffSessions = z.object({ items: z.array(StaffSession) })
export type StaffSessions = z.infer<typeof StaffSessions>

export const ForgotPassword = z.object({ email: Email })
export type ForgotPassword = z.infer<typeof ForgotPassword>
export const ResetPassword = z.object({ token: z.string().min(10).max(200), password: NewPassword })
export type ResetPassword = z.infer<typeof ResetPassword>
export const ChangePassword = z.object({
  currentPassword: z.string().min(1).max(128),
  newPassword: NewPassword,
})
export type ChangePassword = z.infer<typeof ChangePassword>

/** What is the same whether or not the address is known. */
export const Accepted = z.object({ message: z.string() })
export type Accepted = z.infer<typeof Accepted>

/** For API clients: `Authorization: Bearer <token>`. */
export const ApiToken = z.object({ token: z.string(), expiresAt: InstantText })
export type ApiToken = z.infer<typeof ApiToken>

export const StaffList = z.object({ items: z.array(StaffMember) })
export type StaffList = z.infer<typeof StaffList>
export const UpdateStaff = z
  .object({ name: z.string().trim().min(1).max(100), role: StaffRole, chefId: z.string().nullable() })
  .partial()
export type UpdateStaff = z.infer<typeof UpdateStaff>

export const InviteStaff = z.object({
  email: Email,
  name: z.string().trim().min(1, "Write the person's name.").max(100),
  role: StaffRole,
  chefId: z.string().optional(),
})
export type InviteStaff = z.infer<typeof InviteStaff>
export const StaffInvitation = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: StaffRole,
  state: z.enum(["open", "accepted", "expired", "withdrawn"]),
  invitedBy: z.string(),
  createdAt: InstantText,
  expiresAt: InstantText,
})
export type StaffInvitation = z.infer<typeof StaffInvitation>
export const StaffInvitations = z.object({ items: z.array(StaffInvitation) })
export type StaffInvitations = z.infer<typeof StaffInvitations>
/** What the invited person sees before choosing a password. */
export const InvitationPreview = StaffInvitation.pick({
  email: true,
  name: true,
  role: true,
  expiresAt: true,
})
export type InvitationPreview = z.infer<typeof InvitationPreview>
export const AcceptInvitation = z.object({ name: z.string().trim().min(1).max(100), password: NewPassword })
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

export const RoleMatrix = z.object({
  roles: z.array(z.object({ role: StaffRole, title: z.string(), permissions: z.array(z.string()) })),
})
export type RoleMatrix = z.infer<typeof RoleMatrix>

export const RequestCustomerCode = z.object({ email: Email })
export type RequestCustomerCode = z.infer<typeof RequestCustomerCode>
export const SignInCustomer = z.object({ email: Email, code: Code })
export type SignInCustomer = z.infer<typeof SignInCustomer>
export const CustomerSession = z.object({ customerId: z.string(), email: z.string(), expiresAt: InstantText })
export type CustomerSession = z.infer<typeof CustomerSession>

"use client"

import { StaffRole } from "@myhibachi/contract/identity"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { roleTitle } from "@/features/identity/role-titles.ts"

/** Whose members a view is shared with. */
export function RolesField({
  roles,
  onChange,
}: {
  roles: StaffRole[]
  onChange: (roles: StaffRole[]) => void
}) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium">Share it with</legend>
      <div className="grid grid-cols-2 gap-2">
        {StaffRole.options.map((role) => (
          <Checkbox
            key={role}
            label={roleTitle[role]}
            checked={roles.includes(role)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

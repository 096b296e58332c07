"use client"

import { StaffList, type StaffMember } from "@myhibachi/contract/identity"
import { Badge } from "@myhibachi/ui/badge"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { InvitationsList } from "./invitations-list.tsx"
import { InviteDialog } from "./invite-dialog.tsx"
import { roleTitle } from "./role-titles.ts"
import { StaffActions } from "./staff-actions.tsx"

/** Who works here, in which role, and who is invited. */
export function StaffView() {
  const mayWrite = useMay("staff:write")
  const staff = useQuery({ queryKey: ["staff"], queryFn: () => request(StaffList, "/v1/staff") })
  return (
    <>
      <PageHeader title="Staff" actions={mayWrite ? <InviteDialog /> : null} />
      <Loaded query={staff}>{({ items }) => <StaffTable members={items} />}</Loaded>
      {mayWrite ? <InvitationsList /> : null}
    </>
  )
}

function StaffTable({ members }: { members: StaffMember[] }) {
  const mayWrite = useMay("staff:write")
  return (
    <Table label="Staff" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Name</HeaderCell>
          <HeaderCell>Role</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell>Second step</HeaderCell>
          {mayWrite ? <HeaderCell>Change</HeaderCell> : null}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell>
              <span className="font-medium">{member.name}</span>
              <span className="block text-sm text-ink-soft">{member.email}</span>
            </Cell>
            <Cell>{roleTitle[member.role]}</Cell>
            <Cell>
              <Badge state={member.isActive ? "good" : "neutral"}>
                {member.isActive ? "Active" : "Inactive"}
              </Badge>
            </Cell>
            <Cell data-title="Second step">{member.hasTwoFactor ? "On" : "Off"}</Cell>
            {mayWrite ? (
              <Cell>
                <StaffActions member={member} />
              </Cell>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

import Link from "next/link";
import { roleLabels, rolesOverAllSites } from "@/lib/auth/permissions";
import { DataTable } from "@/lib/ui/data-table";
import { instantText } from "@/lib/ui/instant-text";
import type { User } from "@/lib/users/data";

/** What keeps a user from signing in, or that nothing does. */
export function userStatus(user: Pick<User, "active" | "locked">): string {
  if (!user.active) return "Disabled";
  return user.locked ? "Locked" : "Active";
}

/** The users, each leading to the page where he is changed. */
export function UsersTable({ users }: { readonly users: readonly User[] }) {
  return (
    <DataTable label="Table of users">
      <thead>
        <tr>
          <th scope="col">User name</th>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Sites</th>
          <th scope="col">Status</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              <Link href={`/admin/users/${user.id}`} prefetch={false}>
                {user.username}
              </Link>
            </th>
            <td>{user.name}</td>
            <td>{roleLabels[user.role]}</td>
            <td>{rolesOverAllSites.includes(user.role) ? "all" : user.sites.join(", ")}</td>
            <td>{userStatus(user)}</td>
            <td>{user.lastSeenAt ? instantText(user.lastSeenAt) : "never"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

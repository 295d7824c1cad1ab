import { Button, TextInput } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { requireContext } from "@/lib/auth/session";
import { sitesOf } from "@/lib/sites/data";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { EmptyState } from "@/lib/ui/empty-state";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";
import { usersPage } from "@/lib/users/data";
import classes from "./admin.module.css";
import { UsersTable } from "./users-table";

export const metadata: Metadata = { title: "Administration" };

const notices: Readonly<Record<string, string>> = {
  "user-created": "The user is created.",
  "site-created": "The site is created.",
};

type AdminPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** The users and the sites of the registry, for administrators. */
export default async function AdminPage({ searchParams }: AdminPageProps) {
  const context = await requireContext("user.manage");
  const params = await searchParams;
  const search = one(params.search).slice(0, 100);
  const [found, sites] = await Promise.all([
    usersPage(context, { search, page: Number.parseInt(one(params.page), 10) || 1 }),
    sitesOf(context),
  ]);
  const told = notices[one(params.notice)];
  const pageLink = (page: number) => `/admin?${new URLSearchParams({ search, page: String(page) })}`;
  return (
    <>
      <PageHeader title="Administration" lead="Who may sign in, what they may do, and the sites." />
      {told ? <Notice>{told}</Notice> : null}
      <section className={classes.section} aria-labelledby="users">
        <div className={classes.head}>
          <h2 id="users">Users</h2>
          <Link className={classes.button} href="/admin/users/new" prefetch={false}>
            Add user
          </Link>
        </div>
        <form role="search" aria-label="Users" className={classes.search}>
          <TextInput
            id="search"
            name="search"
            label="User name or name"
            defaultValue={search}
            maxLength={100}
            autoComplete="off"
          />
          <Button type="submit" variant="default">
            Search
          </Button>
        </form>
        {found.users.length > 0 ? (
          <UsersTable users={found.users} />
        ) : (
          <EmptyState title="No user matches">
            <Link href="/admin">Show all users</Link>
          </EmptyState>
        )}
        {found.pages > 1 ? (
          <nav aria-label="Pages of users" className={classes.pages}>
            {found.page > 1 ? <Link href={pageLink(found.page - 1)}>Previous</Link> : null}
            <span>
              Page {found.page} of {found.pages}, {found.total} users
            </span>
            {found.page < found.pages ? <Link href={pageLink(found.page + 1)}>Next</Link> : null}
          </nav>
        ) : null}
      </section>
      <section className={classes.section} aria-labelledby="sites">
        <div className={classes.head}>
          <h2 id="sites">Sites</h2>
          <Link className={classes.button} href="/admin/sites/new" prefetch={false}>
            Add site
          </Link>
        </div>
        {sites.length > 0 ? (
          <DataTable label="Table of sites">
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Name</th>
                <th scope="col" className={numberCell}>
                  Pseudonyms given
                </th>
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr key={site.id}>
                  <th scope="row">{site.id}</th>
                  <td>{site.name}</td>
                  <td className={numberCell}>{site.allocated}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        ) : (
          <EmptyState title="No site yet">Patients are registered at a site: add the first one.</EmptyState>
        )}
      </section>
    </>
  );
}

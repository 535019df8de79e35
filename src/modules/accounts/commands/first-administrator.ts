import { z } from 'zod'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { systemClock } from '#kernel/clock/clock.ts'
import { command, type Outcome, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { accountPaths } from '../paths.ts'
import { createLink } from './one-time-links.ts'

/** Makes the link with which the first administrator begins; nothing once there is an employee's account. */
export const inviteFirstAdministrator = command({
  name: 'accounts.invite-first-administrator',
  event: 'accounts.first-administrator-invited.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { now }): Promise<Outcome<{ path: string | undefined }>> {
    const staff = await tx
      .selectFrom('accounts.account')
      .select('id')
      .where('kind', '=', 'staff')
      .limit(1)
      .executeTakeFirst()
    if (staff) return { result: { path: undefined }, event: undefined }
    const token = await createLink(tx, { purpose: 'first-administrator', now })
    return {
      result: { path: accountPaths.firstAdministrator(token) },
      event: { subject: { type: 'installation', id: 'first-administrator' }, payload: {} },
    }
  },
})

/**
 * The path of the page where the first administrator begins. Each call makes a new link and ends the
 * one before; it works once, for a week.
 * @returns undefined when there already is an employee's account
 */
export async function firstAdministratorLink(tenant: Tenant): Promise<string | undefined> {
  const invocation = { tenant, actor: systemActor('installation'), clock: systemClock }
  return (await runCommand(inviteFirstAdministrator, {}, invocation)).path
}

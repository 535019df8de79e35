import { sql } from 'kysely'
import pino from 'pino'
import { z } from 'zod'
import { type Actor, anyone, systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import type { TestTenant } from '#kernel/testing/database.ts'
import { freePort } from '#kernel/testing/free-port.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { sendMessage } from './commands/send-message.ts'
import { messaging } from './module.ts'
import { phoneContext } from './queries/preferences.ts'

const sendForTest = command({
  name: 'messaging.send-for-test',
  event: 'messaging.sent-for-test.v1',
  access: anyone,
  input: z.object({ accountId: z.string(), draft: z.unknown() }),
  async run(tx, input, context) {
    const draft = (input.draft ?? { title: 'Berkas Anda sudah kami terima', body: 'Selesai besok.\nPukul 15.00.' }) as {
      title: string
      body: string
    }
    const result = await sendMessage(tx, context, { accountId: input.accountId, link: '/berkas-saya', ...draft })
    return { result, event: undefined }
  },
})

/** Tests only: a region whose web server listens, with its jobs run by hand. */
export interface MessagingWorld {
  readonly clock: FixedClock
  readonly server: TestServer
  readonly jobs: JobContext
  /** Somebody with a proved WhatsApp number (unless told otherwise) and an address. */
  account(options: { phone?: string; email?: string; isProved?: boolean }): Promise<Actor & { accountId: string }>
  send(accountId: string, draft?: unknown): Promise<string>
  /** Runs the jobs that are due, and those they make, until none is due. @returns errors of those that failed */
  work(): Promise<string[]>
  deliveries(messageId: string): Promise<{ channel: string; state: string; id: string; attempts: number }[]>
  close(): Promise<void>
}

export async function messagingWorld(place: TestTenant): Promise<MessagingWorld> {
  const { tenant } = place
  tenant.profile = { ...tenant.profile, name: 'Kabupaten Uji', isDemo: true }
  const clock = new FixedClock(Temporal.Now.instant().round('second'))
  const config = { ...place.config, port: await freePort() }
  const server = await testServer({ tenant, config, modules: [messaging], clock })
  await server.app.listen({ port: config.port, host: '127.0.0.1' })
  const jobs: JobContext = {
    tenant,
    config,
    clock,
    log: pino({ level: 'silent' }),
    db: tenant.pools.read,
    attempt: 1,
    run: (definition, input, options = {}) =>
      runCommand(definition, input, { tenant, clock, actor: options.actor ?? systemActor('test') }),
  }
  const handlers = messaging.jobs ?? {}
  return {
    clock,
    server,
    jobs,
    async account({ phone, email, isProved = true }) {
      const [personId, accountId] = [newId() as string, newId() as string]
      await tenant.pools.writePool.query(
        `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
           occupation, marital_status, family_relation)
         values ($1, $2, $2, 'Sekar', 'female', 'Sukamaju', '1990-01-01', 'Islam', 'S1', 'Guru', 'single', 'other')`,
        [personId, Buffer.from(personId)],
      )
      await tenant.pools.writePool.query(
        `insert into accounts.account (id, kind, person_id, display_name, phone, email) values ($1, 'citizen', $2, 'Sekar', $3, $4)`,
        [accountId, personId, phone ?? null, email ?? null],
      )
      if (phone && isProved) {
        await tenant.pools.writePool.query(
          `insert into messaging.preference (account_id, first_channel, phone, phone_masked, phone_print, phone_verified_at, updated_at)
           values ($1, 'whatsapp', $2, 'x', $3, now(), now())`,
          [accountId, tenant.cipher.seal(phone, phoneContext), tenant.cipher.fingerprint(phone, phoneContext)],
        )
      }
      return { kind: 'citizen', accountId, personId, name: 'Sekar', grants: [] }
    },
    send: (accountId, draft) => jobs.run(sendForTest, { accountId, draft }),
    async work() {
      const errors: string[] = []
      for (;;) {
        const { rows } = await sql<{ id: string; name: string; payload: never }>`
          delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
          where t.id = j.task_id and j.run_at <= greatest(now(), ${clock.now().toString()}::timestamptz)
          returning j.id::text as id, t.identifier as name, j.payload`.execute(tenant.pools.write)
        if (rows.length === 0) return errors
        rows.sort((a, b) => Number(a.id) - Number(b.id))
        for (const { name, payload } of rows) {
          await handlers[name]?.(payload, jobs).catch((error: Error) => {
            errors.push(`${name}: ${error.message}`)
          })
        }
      }
    },
    async deliveries(messageId) {
      return tenant.pools.read
        .selectFrom('messaging.delivery')
        .select(['channel', 'state', 'id', 'attempts'])
        .where('message_id', '=', messageId)
        .orderBy('channel', 'desc')
        .execute()
    },
    close: () => server.close(),
  }
}

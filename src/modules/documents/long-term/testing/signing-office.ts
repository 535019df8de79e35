import pino from 'pino'
import { z } from 'zod'
import { type Actor, anyone, systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import type { DocumentDraft, IssueOptions } from '../../commands/document-draft.ts'
import { issueDocument } from '../../commands/issue-document.ts'
import type { SignatureData } from '../../typeset/template-data.ts'

export const issuedAt = '2026-11-23T03:41:00Z'

/** An office with two officials who may sign, on a database of its own; all invented. */
export async function signingOffice() {
  const place = await testTenant()
  const office = testOffice(place.tenant)
  await office.role('signer', ['documents.sign'])
  const agency = await office.unit('dpmptsp', { name: 'Dinas Penanaman Modal' })
  const signer = async (title: string, number: string, name: string, rank: number): Promise<Actor> => {
    const post = await office.position(agency, title, { roles: ['signer'], rank })
    const person = await office.official(number, name)
    await office.assign(post, person.id, '2024-01-02')
    const [held] = await resolveGrants(place.tenant.pools.read, person.personId, '2026-11-23')
    const grants = held?.grants ?? []
    return { kind: 'staff', accountId: newId(), personId: person.personId, name, position: held?.position, grants }
  }
  const head = await signer('Kepala Dinas', '197105141998031004', 'Ir. Damar Wicaksono, M.T.', 10)
  const secretary = await signer('Sekretaris Dinas', '198002022005012003', 'Sekar Prameswari, S.E.', 20)
  return new SigningOffice(place, head, secretary)
}

export class SigningOffice {
  readonly clock = new FixedClock(issuedAt)
  readonly place: TestTenant
  readonly head: Actor
  readonly secretary: Actor

  constructor(place: TestTenant, head: Actor, secretary: Actor) {
    this.place = place
    this.head = head
    this.secretary = secretary
  }

  /** What a command would do, with its transaction, as this actor. */
  as<Result>(actor: Actor, run: (tx: WriteHandle, context: CommandContext) => Promise<Result>): Promise<Result> {
    const deciding = command({
      name: 'documents.decide-in-test',
      event: 'documents.decided-in-test.v1',
      access: anyone,
      input: z.object({}),
      run: async (tx, _input, context) => ({ result: await run(tx, context), event: undefined }),
    })
    return this.run(deciding, {}, actor)
  }

  run<Input, Result>(definition: Command<Input, Result>, input: unknown, actor: Actor): Promise<Result> {
    const { tenant } = this.place
    return runCommand(definition, input, { tenant, actor, clock: this.clock, origin: 'https://arunika.example' })
  }

  issue(options: { cosigners?: number } = {}) {
    const draft: DocumentDraft = {
      template: 'decision-letter',
      number: '1',
      title: 'Izin',
      subjectName: 'Sekar',
      footnotes: [],
      data: { opening: ['Diberikan izin.'], rows: [], closing: [] },
    }
    const block = {
      name: 'Sekar Prameswari, S.E.',
      position: 'Sekretaris Dinas',
      capacity: 'definitive',
    } as SignatureData
    const more: IssueOptions = options.cosigners
      ? { cosigners: Array.from({ length: options.cosigners }, () => block) }
      : {}
    const source = { type: 'case', id: newId(), unitPath: 'dpmptsp' }
    return this.as(this.head, (tx, context) => issueDocument(tx, context, draft, source, more))
  }

  /** The context of a job, without a timetable. */
  job(log = pino({ level: 'silent' })): JobContext {
    const { tenant, config } = this.place
    return {
      tenant,
      config,
      clock: this.clock,
      log,
      db: tenant.pools.read,
      attempt: 1,
      run: (definition, input, options) => this.run(definition, input, options?.actor ?? systemActor('documents.job')),
    }
  }

  async row(id: string) {
    const { rows } = await this.place.tenant.pools.writePool.query('select * from documents.issued where id = $1', [id])
    return rows[0]
  }

  async file(id: string): Promise<Buffer> {
    return Buffer.from(await this.place.tenant.files.get((await this.row(id)).file_hash))
  }

  async versions(id: string) {
    const { rows } = await this.place.tenant.pools.writePool.query(
      'select version, reason, file_hash, size_bytes from documents.file_version where document_id = $1 order by version',
      [id],
    )
    return rows as { version: number; reason: string; file_hash: string; size_bytes: number }[]
  }
}

import { z } from 'zod'
import { type Actor, anyone, systemActor } from '#kernel/access/access.ts'
import type { Clock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import type { DocumentDraft, IssuedDocument, IssueOptions } from './commands/document-draft.ts'
import { issueDocument } from './commands/issue-document.ts'
import { listRevoked } from './commands/list-revoked.ts'

export interface IssuingOffice {
  readonly head: Actor
  /** What a deciding command of another module does. */
  decide<Result>(run: (tx: WriteHandle, context: CommandContext) => Promise<Result>, actor?: Actor): Promise<Result>
  issue(changes?: Partial<PermitDraft>, options?: IssueOptions, actor?: Actor): Promise<IssuedDocument>
  /** What the job does every minute when something was revoked. */
  listRevoked(): Promise<unknown>
  /** Gives a post of the agency to a new official in a manner, from a day on. */
  appoint(title: string, manner: 'definitif' | 'plt' | 'plh', from: string, to?: string): Promise<Actor>
}

type PermitDraft = Extract<DocumentDraft, { template: 'decision-letter' }>

/** An agency with a head who signs, for tests about issued documents. */
export async function issuingOffice(
  tenant: Tenant,
  clock: Clock,
  origin = 'https://arunika.example',
): Promise<IssuingOffice> {
  const office = testOffice(tenant)
  await office.role('test-signer', ['documents.sign', 'documents.archive', 'documents.revoke'])
  const agency = await office.unit('dinas-uji', { name: 'Dinas Penanaman Modal' })
  await office.unit('dinas-uji.izin', { kind: 'division', name: 'Bidang Perizinan' })
  const post = await office.position(agency, 'Kepala Dinas', { roles: ['test-signer'], rank: 10 })
  const damar = await office.official('197105141998031999', 'Ir. Damar Wicaksono, M.T.')
  await office.assign(post, damar.id, '2024-01-02')
  const day = clock.now().toString().slice(0, 10)
  const actorOf = async (personId: string, name: string): Promise<Actor> => {
    const [held] = await resolveGrants(tenant.pools.read, personId, day)
    const accountId = newId(clock.now().epochMilliseconds)
    return { kind: 'staff', accountId, personId, name, position: held?.position, grants: held?.grants ?? [] }
  }
  const head = await actorOf(damar.personId, 'Damar')
  let appointed = 0
  const decide: IssuingOffice['decide'] = (run, actor = head) => {
    const deciding = command({
      name: 'documents.decide-in-test',
      event: 'documents.decided-in-test.v1',
      access: anyone,
      input: z.object({}),
      run: async (tx, _input, context) => ({ result: await run(tx, context), event: undefined }),
    })
    return runCommand(deciding, {}, { tenant, actor, clock, origin })
  }
  return {
    head,
    decide,
    listRevoked: () => runCommand(listRevoked, {}, { tenant, actor: systemActor('documents.list-revoked'), clock }),
    issue(changes = {}, options = {}, actor = head) {
      const draft: PermitDraft = {
        template: 'decision-letter',
        number: '503/0047/SIP/2026',
        title: 'Surat Izin Praktik Dokter',
        subjectName: "dr. Ni'mah Prameswari",
        footnotes: [],
        data: { opening: ['Diberikan izin.'], rows: [{ label: 'Tempat', value: 'Klinik' }], closing: [] },
        ...changes,
      }
      const source = { type: 'case', id: newId(), unitPath: 'dinas-uji.izin' }
      return decide((tx, context) => issueDocument(tx, context, draft, source, options), actor)
    },
    async appoint(title, manner, from, to) {
      appointed += 1
      const number = `19800101200501${String(1000 + appointed)}`
      const position = await office.position(agency, title, { roles: ['test-signer'], rank: 20 + appointed })
      const official = await office.official(number, `Pejabat ${appointed}`)
      await office.assign(position, official.id, from, to, manner)
      return actorOf(official.personId, `Pejabat ${appointed}`)
    },
  }
}

import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { copyTemplate, saveDraft } from '../commands/edit-template.ts'
import { publishDraft } from '../commands/publish-template.ts'
import { findTemplate, listVersions } from '../queries/templates.ts'

const all = ['templates.edit', 'templates.publish'].map((permission) => ({ permission, unitPath: '', territory: '' }))
const writer: Actor = { kind: 'system', name: 'Laras Prameswari', grants: all }
const checker: Actor = { kind: 'system', name: 'Wening Hapsari', grants: all }

/**
 * A template of the region's own in use, and one that is being written.
 * @returns number of templates; none when the shipped ones are not installed
 */
export async function loadDemoTemplates(options: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
}): Promise<number> {
  const { tenant, now } = options
  if (!(await findTemplate(tenant.pools.read, 'surat-tugas'))) return 0
  const clock = new FixedClock(now.subtract({ hours: 24 * 40 }).toString())
  const run = <I, R>(what: Command<I, R>, input: unknown, actor: Actor): Promise<R> =>
    runCommand(what, input, { tenant, actor, clock })
  const draft = async (key: string) => {
    const template = await findTemplate(tenant.pools.read, key)
    const [newest] = template ? await listVersions(tenant.pools.read, template.id) : []
    if (!newest) throw new Error(`the demo has no template ${key}`)
    return newest
  }

  const field = 'surat-tugas-lapangan'
  await run(
    copyTemplate,
    {
      from: 'surat-tugas',
      key: field,
      nameId: 'Surat tugas pendataan lapangan',
      nameEn: 'Assignment for field work',
      unitPath: '',
    },
    writer,
  )
  await run(publishDraft, { key: field, revision: 1 }, checker)
  clock.set(now.subtract({ hours: 24 * 3 }).toString())
  const { content } = await draft(field)
  const source = content.source.replace(
    'Surat tugas ini dilaksanakan',
    'Petugas menunjukkan surat ini kepada warga yang didata. Surat tugas ini dilaksanakan',
  )
  const note = 'Warga perlu tahu siapa yang datang'
  await run(saveDraft, { key: field, revision: 0, content: { ...content, source }, note }, writer)

  const invitation = 'undangan-musrenbang'
  await run(
    copyTemplate,
    {
      from: 'undangan-eksternal',
      key: invitation,
      nameId: 'Undangan musrenbang',
      nameEn: 'Invitation to the planning forum',
      unitPath: '',
    },
    writer,
  )
  return 2
}

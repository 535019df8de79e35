import pg from 'pg'
import pino from 'pino'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import type { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import type { TestTenant } from '#kernel/testing/database.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import { seedRules } from '#modules/rules/index.ts'
import {
  findTemplateVersion,
  installTemplates,
  type LetterTemplate,
  listPublishedTemplates,
} from '#modules/templates/index.ts'
import { saveLetter } from './commands/save-letter.ts'
import { emptyContent, startLetter } from './commands/start-letter.ts'
import { submitLetter } from './commands/submit-letter.ts'
import type { LetterContent } from './content.ts'
import type { ChainInput } from './content-schema.ts'
import { findLetter, type OpenLetter } from './letter-row.ts'

/** Tests only: an office that writes letters, with everybody who is needed for it. */
export interface LetterOffice {
  readonly drafter: Actor
  /** Head of the division: paraf. */
  readonly division: Actor
  /** Secretary of the agency: paraf. */
  readonly secretary: Actor
  /** Head of the agency: signature. */
  readonly head: Actor
  /** Head of another agency: paraf of coordination, signature. */
  readonly other: Actor
  /** Keeps the letters of the agency. */
  readonly keeper: Actor
  /** Of the same agency, without a part in any chain. */
  readonly colleague: Actor
  /** A post that nobody holds. */
  readonly vacant: string
  run<I, R>(what: Command<I, R>, input: unknown, actor: Actor): Promise<R>
  template(key: string): Promise<LetterTemplate>
  /** A circular, complete and with the chain division, secretary, head; sent on its way unless told otherwise. */
  letter(more?: Partial<LetterContent>, options?: { steps?: ChainInput; submit?: boolean }): Promise<string>
  open(id: string): Promise<OpenLetter>
  steps(...steps: readonly (readonly ['paraf' | 'signature', ...Actor[]])[]): ChainInput
  deputy(of: Actor, name: string, manner: 'plt' | 'plh'): Promise<Actor>
  jobs: JobContext
}

const permissions = {
  drafter: ['letters.draft', 'letters.read'],
  checker: ['letters.read', 'letters.initial'],
  signer: ['letters.read', 'letters.initial', 'letters.sign', 'documents.sign'],
  keeper: ['letters.read', 'letters.read-secret', 'letters.draft', 'letters.keep'],
  reader: ['letters.read'],
}

export async function letterOffice(place: TestTenant, clock: FixedClock): Promise<LetterOffice> {
  const { tenant, ownerUrl } = place
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await installTemplates(owner)
  await seedRules(owner)
  await owner.end()
  const office = testOffice(tenant)
  for (const [key, list] of Object.entries(permissions)) await office.role(key, list)
  const agency = await office.unit('disdukcapil', { name: 'Dinas Kependudukan' })
  const division = await office.unit('disdukcapil.capil', { kind: 'division', name: 'Bidang Pencatatan Sipil' })
  const health = await office.unit('dinkes', { name: 'Dinas Kesehatan' })
  const vacant = await office.position(agency, 'Kepala Subbagian Umum', { roles: ['checker'], rank: 40 })
  const former = await office.official('197001011990031001', 'Pensiunan Lama')
  await office.assign(vacant, former.id, '2020-01-01', '2024-12-31')
  let count = 0
  const day = clock.now().toString().slice(0, 10)

  const actorOf = async (positionId: string, name: string, manner = 'definitif', from = '2024-01-02') => {
    count += 1
    const official = await office.official(`19800101200501${String(1000 + count)}`, name)
    await office.assign(positionId, official.id, from, undefined, manner)
    const accountId = newId() as string
    await tenant.pools.writePool.query(
      `insert into accounts.account (id, kind, person_id, display_name) values ($1, 'staff', $2, $3)`,
      [accountId, official.personId, name],
    )
    const held = await resolveGrants(tenant.pools.read, official.personId, day)
    const actor: Actor = {
      kind: 'staff',
      accountId,
      personId: official.personId,
      name,
      position: held[0]?.position,
      grants: held[0]?.grants ?? [],
      elevatedUntil: Number.MAX_SAFE_INTEGER,
    }
    return actor
  }
  const post = async (unitId: string, title: string, role: keyof typeof permissions, rank: number, name: string) =>
    actorOf(await office.position(unitId, title, { roles: [role], rank }), name)

  const people = {
    drafter: await post(division, 'Pengelola Layanan', 'drafter', 80, 'Bagas Nugraha, S.IP.'),
    division: await post(division, 'Kepala Bidang Pencatatan Sipil', 'checker', 30, 'Laras Prameswari, S.Sos.'),
    secretary: await post(agency, 'Sekretaris Dinas', 'checker', 20, 'Damar Wicaksono, M.T.'),
    head: await post(agency, 'Kepala Dinas Kependudukan', 'signer', 10, 'Dr. Wening Hapsari, M.Si.'),
    other: await post(health, 'Kepala Dinas Kesehatan', 'signer', 10, 'dr. Ratna Dewanti, M.Kes.'),
    keeper: await post(agency, 'Arsiparis', 'keeper', 60, 'Yusuf Maulana, S.Kom.'),
    colleague: await post(agency, 'Pengadministrasi', 'reader', 80, 'Asep Gumilar'),
  }
  const run: LetterOffice['run'] = (what, input, actor) =>
    runCommand(what, input, { tenant, actor, clock, origin: 'https://arunika.example' })
  const template: LetterOffice['template'] = async (key) => {
    const found = (await listPublishedTemplates(tenant.pools.read)).find((one) => one.key === key)
    const whole = found && (await findTemplateVersion(tenant.pools.read, found.versionId))
    if (!whole) throw new Error(`no template ${key}`)
    return whole
  }
  const steps: LetterOffice['steps'] = (...list) =>
    list.map(([role, ...actors]) => ({
      role,
      needed: actors.length,
      posts: actors.map((actor) => ({ positionId: actor.position?.id ?? '' })),
    }))
  const usual = steps(['paraf', people.division], ['paraf', people.secretary], ['signature', people.head])
  return {
    ...people,
    vacant,
    run,
    template,
    steps,
    async letter(more = {}, options = {}) {
      const circular = await template('surat-dinas')
      const chain = options.steps ?? usual
      const { id } = await run(startLetter, { templateVersionId: circular.versionId, steps: chain }, people.drafter)
      const content = { ...sampleContent(circular), ...more }
      const { version } = await run(saveLetter, { letterId: id, baseVersion: 1, content }, people.drafter)
      if (options.submit !== false) await run(submitLetter, { letterId: id, version }, people.drafter)
      return id
    },
    async open(id) {
      const letter = await findLetter(tenant.pools.read, id)
      if (!letter) throw new Error(`no letter ${id}`)
      return letter
    },
    deputy: (of, name, manner) => actorOf(of.position?.id ?? '', name, manner, '2026-11-01'),
    jobs: {
      tenant,
      config: place.config,
      clock,
      log: pino({ level: 'silent' }),
      db: tenant.pools.read,
      attempt: 1,
      run: (definition, input, options = {}) =>
        runCommand(definition, input, {
          tenant,
          clock,
          actor: options.actor ?? systemActor('test'),
          origin: 'https://arunika.example',
        }),
    },
  }
}

export function sampleContent(template: LetterTemplate): LetterContent {
  return {
    ...emptyContent(template),
    subject: 'Undangan rapat koordinasi pencatatan sipil',
    recipients: [{ name: 'Camat Mekarsari', lines: ['di Mekarsari'] }],
    classification: '400.12.2',
    values: {
      pembuka: 'Sehubungan dengan pelayanan akta kelahiran, kami mengundang Saudara.',
      isi: 'Rapat diselenggarakan pada hari Kamis di ruang rapat dinas.',
    },
  }
}

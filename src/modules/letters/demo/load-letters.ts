import type { Actor } from '#kernel/access/access.ts'
import { dayOf, FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { accountForPerson, createDemoAccounts } from '#modules/accounts/index.ts'
import { foundAuthority } from '#modules/documents/index.ts'
import { findOfficialOfPerson, resolveGrants } from '#modules/organization/index.ts'
import { findTemplateVersion, type LetterTemplate, listPublishedTemplates } from '#modules/templates/index.ts'
import { proposeBatch } from '../commands/batches.ts'
import { abandonLetter, voidLetter, withdrawLetter, writeLetterNote } from '../commands/end-letter.ts'
import { initialLetter, returnLetter } from '../commands/initial-letter.ts'
import { mergeLetters } from '../commands/merge-letters.ts'
import { saveLetter } from '../commands/save-letter.ts'
import { saveChainTemplate } from '../commands/set-chain.ts'
import { signLetter } from '../commands/sign-letter.ts'
import { emptyContent, startLetter } from '../commands/start-letter.ts'
import { submitLetter } from '../commands/submit-letter.ts'
import { hashOf, type LetterContent } from '../content.ts'
import type { ChainInput } from '../content-schema.ts'
import { listQueue } from '../queries/letters.ts'
import { searchPosts } from '../queries/posts.ts'
import { demoWords, invitationWords } from './words.ts'

export interface LoadLettersOptions {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  /** Address of the region, for QR codes. */
  readonly origin: string
  /** Letters that wait together for one confirmation. */
  readonly invitations?: number | undefined
}

/**
 * Letters of the civil registration office in every state, written, initialled and signed through the real commands.
 * @returns number of letters; none when the templates are not installed
 */
export async function loadDemoLetters(options: LoadLettersOptions): Promise<number> {
  const { tenant, now, origin } = options
  const clock = new FixedClock(now.subtract({ hours: 24 * 16 }))
  await tenant.pools.write.transaction().execute((tx) => foundAuthority(tx, tenant, clock.now()))
  const published = await listPublishedTemplates(tenant.pools.read)
  const template = async (key: string) => {
    const found = published.find((one) => one.key === key)
    return found && findTemplateVersion(tenant.pools.read, found.versionId)
  }
  const [letter, invitation] = [await template('surat-dinas'), await template('undangan-eksternal')]
  if (!letter || !invitation) return 0
  const office = await openOffice(tenant, now)
  if (!office) return 0
  const run: Run = (what, input, actor) => {
    clock.advance({ minutes: 47 })
    return runCommand(what, input, { tenant, actor, clock, origin })
  }
  const count = await writeLetters({ run, letter, office, clock })
  clock.set(now.subtract({ hours: 5 }))
  return count + (await inviteAll({ run, tenant, invitation, office, count: options.invitations ?? 24 }))
}

type Run = <I, R>(what: Command<I, R>, input: unknown, actor: Actor) => Promise<R>

interface Office {
  readonly drafter: Actor
  readonly secretary: Actor
  readonly head: Actor
  readonly other: Actor
  readonly usual: ChainInput
}

/** Whoever holds these posts today, with an account and freshly proved. */
async function openOffice(tenant: Tenant, now: Temporal.Instant): Promise<Office | undefined> {
  const day = dayOf(now, tenant.profile.zone).toString()
  const find = async (text: string, unitPath: string): Promise<Actor | undefined> => {
    const posts = await searchPosts(tenant.pools.read, text, day)
    const post = posts.find((one) => one.unitPath === unitPath && one.holders.length > 0)
    return post?.holders[0] && actorOf(tenant, post.holders[0].personId, post.id, day)
  }
  const drafter = await find('Verifikator Pencatatan Sipil Laras', 'disdukcapil')
  const secretary = await find('Sekretaris Disdukcapil', 'disdukcapil')
  const head = await find('Kepala Dinas Kependudukan', 'disdukcapil')
  const other = await find('Kepala Dinas Kesehatan', 'dinkes')
  if (!drafter || !secretary || !head || !other) return undefined
  return { drafter, secretary, head, other, usual: chainOf(['paraf', secretary], ['signature', head]) }
}

async function actorOf(tenant: Tenant, personId: string, positionId: string, day: string): Promise<Actor | undefined> {
  const held = (await resolveGrants(tenant.pools.read, personId, day)).find(
    ({ position }) => position.id === positionId,
  )
  const official = await findOfficialOfPerson(tenant.pools.read, personId)
  if (!held || !official) return undefined
  const { displayName, employeeNumber } = official
  const account = { kind: 'staff' as const, personId, displayName, name: employeeNumber }
  const known = await accountForPerson(tenant.pools.read, personId, 'staff')
  const accountId =
    known?.id ??
    (await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, [account])))[0] ??
    ''
  return {
    kind: 'staff',
    accountId,
    personId,
    name: displayName,
    position: held.position,
    grants: held.grants,
    elevatedUntil: Number.MAX_SAFE_INTEGER,
  }
}

const chainOf = (...steps: readonly (readonly ['paraf' | 'signature', ...Actor[]])[]): ChainInput =>
  steps.map(([role, ...actors]) => ({
    role,
    needed: actors.length,
    posts: actors.map((actor) => ({ positionId: actor.position?.id ?? '' })),
  }))

interface Writing {
  readonly run: Run
  readonly letter: LetterTemplate
  readonly office: Office
  readonly clock: FixedClock
}

async function writeLetters({ run, letter, office, clock }: Writing): Promise<number> {
  const { drafter, secretary, head, other, usual } = office
  let count = 0
  const draft = async (words: keyof typeof demoWords, steps = usual) => {
    count += 1
    clock.advance({ hours: 20 })
    const { id } = await run(startLetter, { templateVersionId: letter.versionId, steps }, drafter)
    const content: LetterContent = { ...emptyContent(letter), ...(demoWords[words] as Partial<LetterContent>) }
    const { hash, version } = await save(run, id, content, drafter)
    return { letterId: id, version, hash }
  }
  const sent = async (words: keyof typeof demoWords, steps = usual) => {
    const made = await draft(words, steps)
    await run(submitLetter, { letterId: made.letterId, version: made.version }, drafter)
    return { letterId: made.letterId, hash: made.hash }
  }
  const initialled = async (words: keyof typeof demoWords, steps = usual) => {
    const made = await sent(words, steps)
    await run(initialLetter, made, secretary)
    return made
  }
  const both = chainOf(['paraf', secretary], ['signature', head, other])

  await run(saveChainTemplate, { name: 'Surat keluar dinas', steps: usual }, head)
  await run(signLetter, await initialled('update'), head)
  await run(signLetter, await initialled('schedule'), head)
  const withdrawn = await initialled('holiday')
  await run(signLetter, withdrawn, head)
  await run(
    withdrawLetter,
    { letterId: withdrawn.letterId, reason: 'Diganti, karena jam layanan disesuaikan dengan keputusan cuti bersama.' },
    head,
  )
  const abandoned = await draft('meeting')
  const reason = 'Rapat digabung dengan rapat evaluasi tahunan.'
  await run(abandonLetter, { letterId: abandoned.letterId, reason }, drafter)
  const voided = await initialled('immunisation', both)
  await run(signLetter, voided, head)
  await run(
    voidLetter,
    { letterId: voided.letterId, reason: 'Tanggal pelaksanaan berubah sebelum kedua dinas menandatangani.' },
    head,
  )
  await run(signLetter, await initialled('immunisation', both), head)
  const returned = await sent('archive')
  await run(
    returnLetter,
    { letterId: returned.letterId, reason: 'Sebutkan nama peminjam dan nomor teleponnya agar arsip dapat ditelusuri.' },
    secretary,
  )
  await run(
    writeLetterNote,
    { letterId: returned.letterId, words: 'Contoh surat tahun lalu ada di arsip dinas.' },
    secretary,
  )
  await draft('furniture')
  await sent('network')
  await initialled('training')
  await initialled('personnel')
  return count
}

/** Saves the second version of a letter and says which exact one it is. */
async function save(run: Run, letterId: string, content: LetterContent, drafter: Actor) {
  const { version } = await run(saveLetter, { letterId, baseVersion: 1, content }, drafter)
  return { version, hash: hashOf(content) }
}

interface Inviting {
  readonly run: Run
  readonly tenant: Tenant
  readonly invitation: LetterTemplate
  readonly office: Office
  readonly count: number
}

/** Invitations made from rows, put together by the head, who has not agreed yet. */
async function inviteAll({ run, tenant, invitation, office, count }: Inviting): Promise<number> {
  if (count === 0) return 0
  const contents = Array.from(
    { length: count },
    (_, index): LetterContent => ({
      ...emptyContent(invitation),
      ...invitationWords,
      recipients: [{ name: `Kepala Desa ${villages[index % villages.length]}`, lines: ['di tempat'] }],
    }),
  )
  const merge = {
    templateVersionId: invitation.versionId,
    name: invitationWords.subject,
    contents,
    steps: chainOf(['signature', office.head]),
    submit: true,
  }
  await run(mergeLetters, merge, office.drafter)
  const waiting = { role: 'signature', kind: invitation.kind } as const
  const { rows } = await listQueue(tenant, tenant.pools.read, office.head, waiting, count)
  await run(proposeBatch, { letterIds: rows.map((row) => row.id) }, office.head)
  return contents.length
}

const villages = [
  'Sukamaju',
  'Mekarsari',
  'Cibening',
  'Tanjungsari',
  'Wanasari',
  'Karangmulya',
  'Sindangjaya',
  'Purwasari',
  'Margaluyu',
  'Cikahuripan',
  'Bojongsari',
  'Kertajaya',
]

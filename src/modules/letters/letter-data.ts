import type { AnyHandle } from '#kernel/db/database.ts'
import type { LetterInitials, OfficialLetterData } from '#modules/documents/index.ts'
import { findUnit, listMandates, type Mandate } from '#modules/organization/index.ts'
import { type LetterTemplate, letterContent } from '#modules/templates/index.ts'
import type { LetterContent } from './content.ts'
import type { OpenLetter } from './letter-row.ts'
import { type Holder, type Post, postsByIds } from './queries/posts.ts'

/** What the letter itself says, as a document: without who signs, its number and its day. */
export type LetterWords = Omit<
  OfficialLetterData,
  'region' | 'office' | 'draft' | 'verification' | 'footnotes' | 'number' | 'issued' | 'signatures'
>

export function letterWords(template: LetterTemplate, content: LetterContent, sender: string | undefined): LetterWords {
  const titled = template.layout === 'titled'
  return {
    ...letterContent(template, content.values as never),
    ...(titled ? { about: content.subject } : { subject: content.subject }),
    security: content.security,
    urgency: content.urgency,
    ...(content.attachmentsNote ? { attachmentsNote: content.attachmentsNote } : {}),
    recipients: content.recipients,
    ...(sender ? { sender } : {}),
    copies: content.copies,
  }
}

/** One who will sign, in the order of the blocks on the page. */
export interface PlannedSigner {
  readonly positionId: string
  readonly post: Post | undefined
  readonly holder: Holder | undefined
  readonly mandate: Mandate | undefined
  readonly step: number
}

/** Signers by the chain as it stands today; those passed over are left out. */
export async function plannedSigners(db: AnyHandle, letter: OpenLetter, day: string): Promise<PlannedSigner[]> {
  const signing = new Set(letter.steps.filter((step) => step.role === 'signature').map((step) => step.step))
  const rows = letter.posts.filter((post) => signing.has(post.step) && !post.skipped_at)
  const posts = await postsByIds(
    db,
    rows.map((row) => row.position_id),
    day,
  )
  return Promise.all(
    rows.map(async (row): Promise<PlannedSigner> => {
      const post = posts.get(row.position_id)
      const [mandate] = row.mandate_id ? await listMandates(db, { id: row.mandate_id }) : []
      return { positionId: row.position_id, post, holder: post?.holders[0], mandate, step: row.step }
    }),
  )
}

type Block = OfficialLetterData['signatures'][number]
const capacities = { definitif: 'definitive', plt: 'plt', plh: 'plh' } as const

/** The block of somebody who has not signed yet. */
export function waitingBlock({ post, holder, mandate }: PlannedSigner): Block {
  return {
    name: holder?.name ?? '(jabatan lowong)',
    position: post?.title ?? '',
    capacity: capacities[holder?.manner ?? 'definitif'],
    order: mandate?.orderNumber ?? '',
    ...(holder ? { employeeNumber: holder.employeeNumber } : {}),
    ...(mandate ? { onBehalfOf: mandate.beyond ?? mandate.principal.title } : {}),
    ...(mandate?.beyond ? { underBehalfOf: mandate.principal.title } : {}),
  }
}

/** Whose letterhead it has: of the post that signs, or of the one on whose behalf it signs. */
export const headUnitPath = ({ post, mandate }: PlannedSigner, otherwise: string): string =>
  mandate?.principal.unitPath ?? post?.unitPath ?? otherwise

export interface PreviewOf {
  readonly letter: OpenLetter
  readonly template: LetterTemplate
  readonly content: LetterContent
  readonly region: {
    readonly name: string
    readonly government: string
    readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  }
  /** ISO date in the region's zone. */
  readonly day: string
}

/**
 * A letter as its pages show it on the screen. A draft has DRAF across them, its initials so far, and blocks of those who
 * will sign; one with a number looks as its file does, without the QR, which only the file has.
 */
export async function previewData(db: AnyHandle, of: PreviewOf): Promise<OfficialLetterData> {
  const { letter, template, content, region, day } = of
  const signers = await plannedSigners(db, letter, day)
  const path = signers[0] ? headUnitPath(signers[0], letter.row.unit_path) : letter.row.unit_path
  const unit = await findUnit(db, path)
  const { number } = letter.row
  const signed = letter.approvals.filter((one) => one.role === 'signature' && !one.voided_at)
  const on = signed[0] ? dayIn(signed[0].given_at, region.zone) : day
  return {
    ...letterWords(template, content, signers[0]?.post?.title),
    region: { name: region.name, timeZone: region.zone },
    office: {
      government: region.government,
      name: unit?.name ?? region.government,
      lines: [unit?.address, unit?.phone].filter((line): line is string => Boolean(line)),
    },
    ...(number ? { number } : { draft: true, initials: await initialsOf(db, letter, day) }),
    issued: { place: region.name.replace(/^(Kabupaten|Kota|Provinsi)\s+/, ''), on: number ? on : day },
    signatures:
      signers.length > 0
        ? signers.map((signer) => blockOf(signer, signed, region.zone))
        : template.signers.map(() => unknownSigner),
  }
}

type Zone = PreviewOf['region']['zone']

const dayIn = (at: Date, zone: Zone): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** With the moment of the signature when it is there, by whoever gave it. */
function blockOf(signer: PlannedSigner, signed: OpenLetter['approvals'], zone: Zone): Block {
  const own = signed.find((one) => one.position_id === signer.positionId)
  if (!own) return waitingBlock(signer)
  const at = Temporal.Instant.fromEpochMilliseconds(own.given_at.getTime()).toZonedDateTimeISO(zone)
  return {
    ...waitingBlock(signer),
    name: own.name,
    capacity: capacities[own.manner],
    signedAt: at.toString({ timeZoneName: 'never' }),
  }
}

const unknownSigner: Block = {
  name: '(belum ditentukan)',
  position: 'Penanda tangan belum ditentukan',
  capacity: 'definitive',
  order: '',
}

async function initialsOf(db: AnyHandle, letter: OpenLetter, day: string): Promise<LetterInitials[]> {
  const parafs = new Set(letter.steps.filter((step) => step.role === 'paraf').map((step) => step.step))
  const rows = letter.posts.filter((post) => parafs.has(post.step) && !post.skipped_at)
  const posts = await postsByIds(
    db,
    rows.map((row) => row.position_id),
    day,
  )
  return rows.map((row): LetterInitials => {
    const post = posts.get(row.position_id)
    const given = letter.approvals.find(
      (approval) => approval.step === row.step && approval.position_id === row.position_id && !approval.voided_at,
    )
    return {
      name: given?.name ?? post?.holders[0]?.name ?? '',
      position: post?.title ?? '',
      ...(given ? { at: given.given_at.toISOString().replace('Z', '+00:00') } : {}),
    }
  })
}

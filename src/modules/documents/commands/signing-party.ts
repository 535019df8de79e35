import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import {
  findActingSigner,
  findUnit,
  listMandates,
  type Mandate,
  type Manner,
  type Unit,
} from '#modules/organization/index.ts'
import { type Act, acts } from '../authority/acts.ts'
import { checkAuthority } from '../authority/check-authority.ts'
import type { SignatureData } from '../typeset/template-data.ts'

/** Who a document is signed by: an official in a post, or a unit by its seal; and in what authority, as it is at this moment. */
export interface SigningParty {
  readonly holder: CertificateHolder
  /** Of the letterhead. */
  readonly unit: Unit
  readonly name: string
  readonly position: string
  readonly manner: Manner | 'seal'
  /** The decree of the appointment; of a seal the article of law. */
  readonly order: string
  readonly act: Act
  /** Days of the appointment; of a seal none. */
  readonly holdsFrom: string | undefined
  readonly holdsTo: string | undefined
  /** The post on whose behalf it is signed, under a mandate. */
  readonly onBehalf: { readonly form: 'a.n.' | 'u.b.'; readonly of: string } | undefined
  readonly signature: SignatureData
}

export type CertificateHolder =
  | { readonly kind: 'official'; readonly positionId: string; readonly officialId: string }
  | { readonly kind: 'unit'; readonly unitId: string }

const capacities = { definitif: 'definitive', plt: 'plt', plh: 'plh' } as const

/**
 * The actor as signer, with everything that is checked at this moment: position, order, period, act.
 * @param mandateId he signs on behalf of another post; then the order of the mandate counts, and its acts and days
 * @throws forbidden unless the actor holds, today, a post that signs for the unit and may sign such an act
 * @basis UU 30/2014 pasal 14 ayat (4): who acts under a mandate names the one on whose behalf
 */
export async function actingParty(
  tx: WriteHandle,
  context: CommandContext,
  unitPath: string,
  act: Act,
  mandateId?: string,
): Promise<SigningParty> {
  const { actor, tenant, now } = context
  const day = dayOf(now, tenant.profile.zone).toString()
  const holder = { positionId: actor.position?.id ?? '', personId: actor.personId ?? '' }
  const mandate = mandateId
    ? await mandateOf(tx, { mandateId, holderId: holder.positionId, unitPath, act, day })
    : undefined
  const reach = mandate ? (actor.position?.unitPath ?? '') : unitPath
  const signer =
    holder.positionId && holder.personId ? await findActingSigner(tx, holder, reach, 'documents.sign', day) : undefined
  const unit = signer && (await findUnit(tx, mandate ? unitPath : signer.unit.id))
  if (!signer || !unit) {
    throw new AppError('forbidden', {
      text: {
        id: 'Dokumen ini hanya dapat ditandatangani oleh pejabat yang hari ini berwenang untuk unit tersebut.',
        en: 'Only the official who holds the authority for this unit today can sign this document.',
      },
    })
  }
  await checkAuthority(tx, { ...signer, mandate: mandate !== undefined }, act, day)
  const order = mandate?.orderNumber ?? signer.decreeNumber
  return {
    holder: { kind: 'official', positionId: signer.positionId, officialId: signer.officialId },
    unit,
    name: signer.displayName,
    position: signer.positionTitle,
    manner: signer.manner,
    order,
    act,
    holdsFrom: mandate?.validFrom ?? signer.holdsFrom,
    holdsTo: mandate?.validTo ?? signer.holdsTo,
    onBehalf: mandate && { form: mandate.form, of: mandate.beyond ?? mandate.principal.title },
    signature: {
      name: signer.displayName,
      position: signer.positionTitle,
      capacity: capacities[signer.manner],
      order: order.startsWith('SK') || mandate ? order : `SK ${order}`,
      signedAt: moment(context),
      employeeNumber: signer.employeeNumber,
      ...(mandate ? { onBehalfOf: mandate.beyond ?? mandate.principal.title } : {}),
      ...(mandate?.beyond ? { underBehalfOf: mandate.principal.title } : {}),
    },
  }
}

interface MandateUse {
  readonly mandateId: string
  readonly holderId: string
  readonly unitPath: string
  readonly act: Act
  readonly day: string
}

async function mandateOf(tx: WriteHandle, use: MandateUse): Promise<Mandate> {
  const [mandate] = await listMandates(tx, { id: use.mandateId })
  const covers = (path: string) => use.unitPath === path || use.unitPath.startsWith(`${path}.`)
  const holds =
    mandate?.holder.positionId === use.holderId && mandate.validFrom <= use.day && use.day <= mandate.validTo
  if (!mandate || !holds || !(mandate.principal.coversAll || covers(mandate.principal.unitPath))) {
    throw new AppError('forbidden', {
      text: {
        id: 'Mandat ini bukan milik jabatan Anda, sudah berakhir, atau tidak meliputi unit ini.',
        en: 'This mandate is not of your post, has ended, or does not cover this unit.',
      },
    })
  }
  if (!mandate.acts.includes(use.act)) {
    throw new AppError('forbidden', {
      text: {
        id: `Mandat ${mandate.orderNumber} tidak meliputi tindakan ini (${acts[use.act].id}).`,
        en: `Mandate ${mandate.orderNumber} does not cover this act (${acts[use.act].en}).`,
      },
    })
  }
  return mandate
}

/**
 * The seal of the office that the unit belongs to: a division or section has no letterhead of its own.
 * @param basis the article by which the document comes about without an official
 * @basis UU 1/2024 pasal 13A (segel elektronik); UU 30/2014 pasal 53 (keputusan yang dianggap dikabulkan)
 */
export async function sealingParty(
  tx: WriteHandle,
  context: CommandContext,
  unitPath: string,
  basis: string,
  act: Act,
): Promise<SigningParty> {
  const unit = await officeOf(tx, unitPath)
  const name = `Segel elektronik ${unit.name}`
  return {
    holder: { kind: 'unit', unitId: unit.id },
    unit,
    name,
    position: unit.name,
    manner: 'seal',
    order: basis,
    act,
    holdsFrom: undefined,
    holdsTo: undefined,
    onBehalf: undefined,
    signature: { name, position: unit.name, capacity: 'seal', order: basis, signedAt: moment(context) },
  }
}

async function officeOf(tx: WriteHandle, unitPath: string): Promise<Unit> {
  const codes = unitPath.split('.')
  let inner: Unit | undefined
  for (let length = codes.length; length > 0; length -= 1) {
    const unit = await findUnit(tx, codes.slice(0, length).join('.'))
    if (unit && unit.kind !== 'division' && unit.kind !== 'section') return unit
    inner = unit ?? inner
  }
  if (!inner) throw new Error(`no unit at ${unitPath} to seal a document`)
  return inner
}

const moment = (context: CommandContext): string =>
  context.now.toZonedDateTimeISO(context.tenant.profile.zone).toString({ timeZoneName: 'never' })

import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { findActingSigner, findUnit, type Manner, type Unit } from '#modules/organization/index.ts'
import type { SignatureData } from '../typeset/template-data.ts'

/** Who a document is signed by: an official in a post, or a unit by its seal. */
export interface SigningParty {
  readonly holder: CertificateHolder
  /** Of the letterhead. */
  readonly unit: Unit
  readonly name: string
  readonly position: string
  readonly manner: Manner | 'seal'
  /** The decree of the appointment; of a seal the article of law. */
  readonly order: string
  readonly signature: SignatureData
}

export type CertificateHolder =
  | { readonly kind: 'official'; readonly positionId: string; readonly officialId: string }
  | { readonly kind: 'unit'; readonly unitId: string }

const capacities = { definitif: 'definitive', plt: 'plt', plh: 'plh' } as const

/** @throws forbidden unless the actor holds, today, a post that signs for the unit */
export async function actingParty(tx: WriteHandle, context: CommandContext, unitPath: string): Promise<SigningParty> {
  const { actor, tenant, now } = context
  const day = dayOf(now, tenant.profile.zone).toString()
  const holder = { positionId: actor.position?.id ?? '', personId: actor.personId ?? '' }
  const signer =
    holder.positionId && holder.personId
      ? await findActingSigner(tx, holder, unitPath, 'documents.sign', day)
      : undefined
  const unit = signer && (await findUnit(tx, signer.unit.id))
  if (!signer || !unit) {
    throw new AppError('forbidden', {
      text: {
        id: 'Dokumen ini hanya dapat ditandatangani oleh pejabat yang hari ini berwenang untuk unit tersebut.',
        en: 'Only the official who holds the authority for this unit today can sign this document.',
      },
    })
  }
  return {
    holder: { kind: 'official', positionId: signer.positionId, officialId: signer.officialId },
    unit,
    name: signer.displayName,
    position: signer.positionTitle,
    manner: signer.manner,
    order: signer.decreeNumber,
    signature: {
      name: signer.displayName,
      position: signer.positionTitle,
      capacity: capacities[signer.manner],
      order: signer.decreeNumber.startsWith('SK') ? signer.decreeNumber : `SK ${signer.decreeNumber}`,
      signedAt: moment(context),
      employeeNumber: signer.employeeNumber,
    },
  }
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

import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { CaseEffect, EffectInput, EffectUndo } from '#modules/services/index.ts'
import type { ApprovalTable } from '../tables.ts'

type Kind = ApprovalTable['kind']

interface Entry {
  readonly kind: Kind
  readonly subject: string
  readonly place?: { readonly lat: number; readonly lon: number } | undefined
  readonly details: Readonly<Record<string, string | number>>
}

/**
 * Enters a building approval as it was decided: the area that was measured on the spot goes before the one applied for.
 * @basis PP 16/2021 pasal 261; UU 28/2002 pasal 36A
 */
export const registerBuildingApproval: CaseEffect = (input) => {
  const { answers, findings } = input
  const text = (name: string) => String(answers[name] ?? '')
  const point = answers['location'] as { lat: number; lon: number } | undefined
  return enter(input, {
    kind: 'building-approval',
    subject: text('buildingName'),
    place: point,
    details: {
      area: Number(findings['measuredArea'] ?? answers['area'] ?? 0),
      floors: Number(answers['floors'] ?? 0),
      use: text('use'),
      work: text('work'),
      permanence: text('permanence'),
      landNumber: text('landNumber'),
    },
  })
}

/** The word of PP 28/2025, as the rows of law and the answers have it. */
const lowRisk = 'rendah'

/**
 * Enters a standard certificate, or that a business is of low risk and needs none.
 * @basis PP 28/2025 (perizinan berusaha berbasis risiko)
 */
export const registerStandardCertificate: CaseEffect = (input) => {
  const text = (name: string) => String(input.answers[name] ?? '')
  return enter(input, {
    kind: text('risk') === lowRisk ? 'risk-statement' : 'standard-certificate',
    subject: text('businessName'),
    place: input.answers['location'] as { lat: number; lon: number } | undefined,
    details: {
      nib: text('nib'),
      kbli: text('kbli'),
      scale: text('scale'),
      area: Number(input.answers['area'] ?? 0),
      risk: text('risk'),
    },
  })
}

async function enter(input: EffectInput, entry: Entry) {
  const { tx, context } = input
  const grantedOn = dayOf(context.now, context.tenant.profile.zone).toString()
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('licensing.approval')
    .values({
      id,
      kind: entry.kind,
      case_id: input.caseId,
      case_number: input.caseNumber,
      holder_person_id: input.applicantPersonId,
      subject: entry.subject,
      territory_code: input.territoryCode,
      lat: entry.place?.lat.toFixed(6) ?? null,
      lon: entry.place?.lon.toFixed(6) ?? null,
      details: JSON.stringify(entry.details),
      granted_on: grantedOn,
      granted_at: context.now.toString(),
    })
    .execute()
  return { facts: { approvalId: id, grantedOn }, documents: [] }
}

/** A cancelled approval stays in the register, with the day of its end. */
export const endApproval: EffectUndo = async ({ tx, context }, facts) => {
  const endedOn = dayOf(context.now, context.tenant.profile.zone).toString()
  const ended = await tx
    .updateTable('licensing.approval')
    .set({ ended_on: endedOn, end_reason: 'dibatalkan' })
    .where('id', '=', String(facts['approvalId']))
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new AppError('conflict')
}

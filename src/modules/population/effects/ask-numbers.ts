import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { askForKk, askForNik, isAllottedAbove, numberKeyOf } from '#modules/national-register/index.ts'
import { districtOf, findPerson, getFamily } from '#modules/people/index.ts'
import type { CaseEffect, EffectInput } from '#modules/services/index.ts'
import { reportedChildren } from './reported-children.ts'
import { reportedParents } from './reported-parents.ts'

/**
 * The verifier has accepted: the numbers that the signature will need are asked for now, so that nobody waits then. Nothing
 * to do where the region gives out its own.
 */
export const askNumbers: CaseEffect = async (input) => {
  if (await isAllottedAbove(input.tx)) {
    if (input.answers['childName'] === undefined) await askForCard(input)
    else await askForChildren(input)
  }
  return { facts: {}, documents: [] }
}

async function askForChildren(input: EffectInput): Promise<void> {
  const children = reportedChildren(input.answers)
  const [first] = children
  const parents = first && (await parentsOf(input, first))
  if (!parents) return
  const districtCode = districtOf(parents.family.villageCode)
  const asked = new Map<string, number>()
  for (const { bornOn, sex } of children) {
    const alike = `${bornOn} ${sex}`
    const nth = asked.get(alike) ?? 0
    asked.set(alike, nth + 1)
    const source = { kind: 'case', id: input.caseId }
    const key = numberKeyOf({ kind: 'nik', districtCode, day: bornOn, sex, source, nth })
    await askForNik(input.tx, input.context, { key, caseId: input.caseId, districtCode, birthOn: bornOn, sex })
  }
}

/** Whoever is not in the register is told so at the signature; there is nothing to ask for before. */
async function parentsOf(input: EffectInput, child: Parameters<typeof reportedParents>[1]) {
  try {
    return await reportedParents(input, child)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

async function askForCard(input: EffectInput): Promise<void> {
  const village = await villageOfNewCard(input)
  if (!village) return
  const districtCode = districtOf(village)
  const issuedOn = dayOf(input.context.now, input.context.tenant.profile.zone).toString()
  const source = { kind: 'case', id: input.caseId }
  const key = numberKeyOf({ kind: 'kk', districtCode, day: issuedOn, source, nth: 0 })
  await askForKk(input.tx, input.context, { key, caseId: input.caseId, districtCode, issuedOn })
}

/** A family that moves as a whole keeps its card; others who move to an address, or leave a card, get a new one. */
async function villageOfNewCard({ tx, answers, applicantPersonId }: EffectInput): Promise<string | undefined> {
  if (answers['moving'] === 'all') return undefined
  const given = answers['newAddress'] as { readonly area?: string } | undefined
  if (given?.area) return given.area
  if (answers['sameAddress'] !== 'yes') return undefined
  const applicant = await findPerson(tx, applicantPersonId)
  return applicant?.familyId ? (await getFamily(tx, applicant.familyId)).villageCode : undefined
}

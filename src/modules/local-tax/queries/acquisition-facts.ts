import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import { maskName } from '#modules/documents/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Known, KnownSource } from '#modules/services/index.ts'
import {
  acquisitionQuestion,
  buyerKeyOf,
  computeAcquisition,
  findUntaxedUse,
  untaxedPeriod,
} from './acquisition-tax.ts'
import { findParcel } from './parcel.ts'
import { payerFacts } from './taxpayer-facts.ts'

const nothing = {
  parcelFound: false,
  parcelPlace: '',
  parcelOwner: '',
  parcelVillage: '',
  njop: 0,
  arrears: '',
  isHeldBack: false,
  isFirst: true,
  isComputed: false,
  base: 0,
  untaxed: 0,
  tax: 0,
}

/**
 * Of who acquires land: the parcel that he named, as the register has it, what is owed on it, whether his first
 * acquisition was used, and the tax on what he declared.
 */
export const acquisitionFacts: KnownSource = async (tenant, db, personId, answers) => {
  const payer = await payerFacts(tenant, db, personId)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const ahead = await getRule(db, 'local-tax.bphtb.ahead', payer.regionCode, today)
  const facts = { ...payer, aheadDays: wholeNumber(ahead) }
  const parcel = await findParcel(db, String(answers['nop'] ?? ''))
  if (!parcel) return { ...facts, ...nothing }
  const held = await getRule(db, 'local-tax.bphtb.arrears', facts.regionCode, today)
  const found = {
    ...facts,
    ...nothing,
    parcelFound: true,
    parcelPlace: parcel.address,
    parcelOwner: parcel.ownerName ? maskName(parcel.ownerName) : '',
    parcelVillage: parcel.villageCode,
    njop: Number(parcel.value / 100n),
    arrears: parcel.arrears.join(', '),
    isHeldBack: parcel.arrears.length > 0 && held.value === 'block',
  }
  return { ...found, ...(await declared(db, personId, answers, parcel)) }
}

async function declared(
  db: Parameters<KnownSource>[1],
  personId: string,
  answers: Parameters<KnownSource>[3],
  parcel: NonNullable<Awaited<ReturnType<typeof findParcel>>>,
): Promise<Known> {
  if (!/^\d{4}-\d\d-\d\d$/.test(String(answers['acquiredOn'] ?? '')) || !answers['acquisition']) return {}
  const question = await acquisitionQuestion(db, answers, parcel, true)
  const period = await untaxedPeriod(db, question.region, question.day)
  const isFirst = !(await findUntaxedUse(db, buyerKeyOf(answers, personId), period))
  const result = await computeAcquisition(db, { ...question, input: { ...question.input, isFirst } })
  if ('fault' in result) return { isFirst }
  const { base, untaxed, tax } = result
  return { isFirst, isComputed: true, base, untaxed, tax }
}

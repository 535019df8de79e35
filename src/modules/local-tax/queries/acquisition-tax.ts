import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { getRule, listRules } from '#modules/rules/index.ts'
import type { Answers } from '#modules/services/index.ts'
import { calculate, Exact, findCalculator, LawBook } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { Parcel } from './parcel.ts'

/** What the tax on an acquisition is computed from. */
export interface AcquisitionQuestion {
  readonly day: Temporal.PlainDate
  readonly region: string
  readonly input: Readonly<Record<string, unknown>>
}

export interface AcquisitionTax {
  /** NPOP, NPOPTKP and tax in whole rupiah. */
  readonly base: number
  readonly untaxed: number
  readonly tax: number
  /** Rows of law that were not checked against the text. */
  readonly openKeys: readonly string[]
}

/** The question to the calculator: what was declared, with NJOP from the register of objects. */
export async function acquisitionQuestion(
  db: AnyHandle,
  answers: Answers,
  parcel: Pick<Parcel, 'value'>,
  isFirst: boolean,
): Promise<AcquisitionQuestion> {
  const yes = (field: string) => answers[field] === 'yes'
  const isLowIncome = yes('isLowIncome')
  return {
    day: Temporal.PlainDate.from(String(answers['acquiredOn'])),
    region: (await findOwnRegion(db))?.code ?? '',
    input: {
      acquisition: String(answers['acquisition']),
      value: Number(answers['value']),
      njop: Number(parcel.value / 100n),
      isFirst,
      isLowIncome,
      ...(['bequest', 'inheritance'].includes(String(answers['acquisition']))
        ? { isClosestFamily: yes('isClosestFamily') }
        : {}),
      ...(isLowIncome ? { house: String(answers['house']), floorArea: String(answers['floorArea']) } : {}),
    },
  }
}

/** The tax by the law of the day of acquisition, or why it cannot be computed. */
export async function computeAcquisition(
  db: AnyHandle,
  question: AcquisitionQuestion,
): Promise<AcquisitionTax | { readonly fault: LocalText }> {
  const calculator = findCalculator('bphtb')
  if (!calculator) throw new Error('there is no calculation bphtb')
  try {
    const result = calculate(calculator, new LawBook(await listRules(db, calculator.rules)), question)
    const rupiah = (id: string) => {
      const found = result.steps.find((step) => step.id === id)?.figure
      return found instanceof Exact ? Math.trunc(Number(found.decimal(2))) : 0
    }
    const base = rupiah('npop')
    return {
      base,
      untaxed: Math.min(base, Math.max(0, base - rupiah('taxable'))),
      tax: Number(result.total.decimal(0)),
      openKeys: result.openRules.map(({ key }) => key),
    }
  } catch (error) {
    const [first] = error instanceof AppError ? error.fields : []
    if (!first) throw error
    return { fault: first.message }
  }
}

const firstPer = 'local-tax.bphtb.first-per'

/** In what the first acquisition of a taxpayer is counted on a day: a year, or "ever". */
export async function untaxedPeriod(db: AnyHandle, region: string, day: Temporal.PlainDate): Promise<string> {
  const { value } = await getRule(db, firstPer, region, day)
  return value === 'ever' ? 'ever' : String(day.year)
}

/** Inheritance within the closest family has an untaxed value of its own, every time. */
export function countsAsFirst(input: Readonly<Record<string, unknown>>): boolean {
  return input['isClosestFamily'] !== true
}

/** The file in which somebody used the untaxed part of his first acquisition, if he did. */
export async function findUntaxedUse(
  db: AnyHandle,
  buyerKey: string,
  period: string,
): Promise<{ caseNumber: string; caseId: string } | undefined> {
  const row = await db
    .selectFrom('local_tax.acquisition')
    .select(['case_number', 'case_id'])
    .where('buyer_key', '=', buyerKey)
    .where('untaxed_in', '=', period)
    .where('state', '<>', 'void')
    .executeTakeFirst()
  return row && { caseNumber: row.case_number, caseId: row.case_id }
}

/** Who acquires: the applicant himself, or the firm that he leads. */
export function buyerKeyOf(answers: Answers, personId: string): string {
  return answers['buyerKind'] === 'firm' ? `taxpayer ${String(answers['buyerNpwpd'] ?? '')}` : `person ${personId}`
}

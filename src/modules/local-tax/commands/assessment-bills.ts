import type { Zone } from '#kernel/clock/clock.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { accountsOfPersons } from '#modules/accounts/index.ts'
import type { BillDraft, BillLineDraft, BillReference } from '#modules/billing/index.ts'
import { unitServing } from '#modules/organization/index.ts'
import { getRule } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type Tax, taxNames } from '../claims.ts'
import { interestName } from '../late-interest.ts'
import { formatNop } from '../nop.ts'
import { type AssessmentRow, subjectType } from './assessment-row.ts'
import type { RememberedRule } from './run-row.ts'

export const revenueAccounts = 'local-tax.revenue-account'
/** Who collects the taxes of the region. */
export const collectingUnit = 'bapenda'

/** One line of a result as an assessment keeps it. */
export interface KeptLine {
  readonly id: string
  readonly label: LocalText
  readonly amount: string
  readonly destination?: string | undefined
}

interface Payer {
  readonly id: string
  readonly npwpd: string
  readonly name: string
  readonly person_id: string | null
  readonly responsible_person_id: string | null
}

/** What every bill of assessments needs, read once for many. */
export interface BillBook {
  draftOf(row: BillFacts, lines: readonly KeptLine[], rules: readonly RememberedRule[]): BillDraft
}

export type BillFacts = Pick<AssessmentRow, 'id' | 'tax' | 'taxpayer_id' | 'code' | 'year' | 'number' | 'due_on'> & {
  readonly amount: string
}

const beneficiaries: Readonly<Record<string, string>> = { province: 'provinsi', state: 'negara' }

/** @throws Error when the office that collects is not set up, AppError when an account of a tax is missing */
export async function billBook(
  tx: WriteHandle,
  zone: Zone,
  today: Temporal.PlainDate,
  taxpayerIds: readonly string[],
): Promise<BillBook> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  const unit = await unitServing(tx, { unitCode: collectingUnit, territory: own, on: today.toString() })
  if (!unit) throw new Error(`no unit ${collectingUnit} collects taxes`)
  const accountRule = await getRule(tx, revenueAccounts, own, today)
  const accounts = accountRule.value as Readonly<Record<string, string>>
  const payers = await payersOf(tx, taxpayerIds)
  const personIds = [...payers.values()].flatMap((payer) => answering(payer) ?? [])
  const accountIds = await accountsOfPersons(tx, personIds)
  return {
    draftOf(row, lines, rules) {
      const payer = payers.get(row.taxpayer_id)
      if (!payer) throw new Error(`no taxpayer ${row.taxpayer_id}`)
      const accountCode = accounts[row.tax]
      if (!accountCode) throw new Error(`${revenueAccounts} has no account of ${row.tax}`)
      const citation = [...new Set(rules.map((rule) => rule.citation))].join('; ')
      const isParcel = /^\d{18}$/.test(row.code)
      const references: BillReference[] = [
        { kind: 'npwpd', value: payer.npwpd },
        ...(isParcel ? [{ kind: 'nop' as const, value: row.code }] : []),
        // The number of a notice is its NOP and year: the NOP finds it.
        ...(row.number.startsWith(row.code) && isParcel ? [] : [{ kind: 'number' as const, value: row.number }]),
      ]
      return {
        title: titleOf(row),
        payer: {
          name: payer.name,
          personId: payer.person_id ?? undefined,
          accountId: accountIds.get(answering(payer) ?? ''),
        },
        references,
        subject: { type: subjectType, id: row.id },
        unitId: unit.id,
        dueAt: endOf(Temporal.PlainDate.from(row.due_on), zone),
        expiresAt: 'never',
        allowsPart: true,
        interestSource: interestName,
        lines: billLines(row.tax, senFromNumeric(row.amount), lines).map((line) => ({
          ...line,
          accountCode,
          citation,
          ruleIds: rules.map((rule) => rule.id),
        })),
      }
    },
  }
}

export function titleOf(row: Pick<BillFacts, 'tax' | 'code' | 'year' | 'number'>): LocalText {
  const { id, en } = taxNames[row.tax as Tax]
  const about = /^\d{18}$/.test(row.code) ? `NOP ${formatNop(row.code)}` : row.number
  return { id: `${id} ${row.year}, ${about}`, en: `${en} ${row.year}, ${about}` }
}

const endOf = (day: Temporal.PlainDate, zone: Zone): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).toInstant()

/**
 * What is billed: the lines of the result when they are what is claimed; otherwise one line for each account it goes to, so
 * that a relief or a reduction is within its line and no line is below zero.
 */
export function billLines(
  tax: Tax,
  amount: Sen,
  lines: readonly KeptLine[],
): Pick<BillLineDraft, 'label' | 'amount' | 'beneficiaryId'>[] {
  const all = lines.map((line) => ({ ...line, sen: senFromNumeric(line.amount) }))
  const sum = all.reduce((total, line) => total + line.sen, 0n)
  if (sum === amount && all.every((line) => line.sen >= 0n))
    return all
      .filter((line) => line.sen > 0n)
      .map((line) => ({ label: line.label, amount: line.sen, beneficiaryId: beneficiaryOf(line.destination) }))
  const shares = new Map<string | undefined, Sen>()
  for (const line of all) {
    const to = beneficiaryOf(line.destination)
    shares.set(to, (shares.get(to) ?? 0n) + line.sen)
  }
  const whole = [...shares].filter(([, share]) => share > 0n)
  if (whole.length < 2) return [{ label: taxNames[tax], amount, beneficiaryId: whole[0]?.[0] }]
  let left = amount
  return whole.map(([beneficiaryId, share], index) => {
    const part = index === whole.length - 1 ? left : (amount * share) / sum
    left -= part
    return { label: taxNames[tax], amount: part, beneficiaryId }
  })
}

const beneficiaryOf = (destination: string | undefined) => (destination ? beneficiaries[destination] : undefined)

/** Who is told and pays: of a firm the one who answers for it. */
const answering = (payer: Payer) => payer.person_id ?? payer.responsible_person_id

async function payersOf(db: AnyHandle, ids: readonly string[]): Promise<Map<string, Payer>> {
  const rows = await db
    .selectFrom('local_tax.taxpayer')
    .select(['id', 'npwpd', 'name', 'person_id', 'responsible_person_id'])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...new Set(ids)])))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Nothing is asked of anybody by a figure of law that nobody held against its text. @throws conflict naming the keys */
export function refuseOpenLaw(open: readonly Pick<RememberedRule, 'key'>[]): void {
  if (open.length === 0) return
  const keys = [...new Set(open.map((rule) => rule.key))].join(', ')
  throw new AppError('conflict', {
    text: {
      id: `Angka hukum ini belum dicocokkan dengan naskahnya, jadi belum boleh menjadi ketetapan: ${keys}.`,
      en: `These figures of law were not checked against their text yet, so nothing may be assessed by them: ${keys}.`,
    },
  })
}

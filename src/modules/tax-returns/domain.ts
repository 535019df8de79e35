import { type Machine, machine, type Transition } from '#kernel/command/machine.ts'
import { AppError, type FieldError } from '#kernel/errors.ts'
import type { Sen } from '#kernel/money/money.ts'

export const returnTaxes = ['restaurant', 'hotel', 'parking', 'entertainment'] as const
export type ReturnTax = (typeof returnTaxes)[number]

/** What the calculator of PBJT calls each of them. Places of entertainment differ by their rate. */
export const servicesOf: Readonly<Record<ReturnTax, readonly [string, ...string[]]>> = {
  restaurant: ['food'],
  hotel: ['hotel'],
  parking: ['parking'],
  entertainment: ['entertainment', 'night-entertainment', 'spa'],
}

/** Which figure of an object says how large it is. */
export const sizeOf: Readonly<Record<ReturnTax, string>> = {
  restaurant: 'seats',
  hotel: 'rooms',
  parking: 'places',
  entertainment: 'visitors',
}

export const returnStates = ['open', 'filed', 'examining', 'accepted', 'assessed', 'void'] as const
export type ReturnState = (typeof returnStates)[number]

const examine = 'tax-returns.examine'
const approve = 'tax-returns.approve'
const step = (from: ReturnState, verb: string, to: ReturnState, by: string, id: string, en: string): Transition => ({
  from,
  verb,
  to,
  by,
  label: { id, en },
})

/**
 * The life of a return. While it is examined the taxpayer can no longer correct it.
 * @basis PP 35/2023: penyampaian dan pembetulan SPTPD, pemeriksaan, SKPDKB, SKPDN, SKPDLB, penetapan secara jabatan
 */
export const returnMachine: Machine = machine({
  initial: 'open',
  states: returnStates,
  transitions: [
    step('open', 'file', 'filed', 'taxpayer', 'Sampaikan', 'File'),
    step('open', 'assess', 'assessed', approve, 'Tetapkan secara jabatan', 'Assess ex officio'),
    step('open', 'void', 'void', approve, 'Tiadakan masa', 'Take the month away'),
    step('filed', 'correct', 'filed', 'taxpayer', 'Betulkan', 'Correct'),
    step('filed', 'ask-less', 'examining', 'taxpayer', 'Betulkan, pajak berkurang', 'Correct to less'),
    step('filed', 'examine', 'examining', examine, 'Mulai pemeriksaan', 'Begin an examination'),
    step('filed', 'accept', 'accepted', examine, 'Terima', 'Accept'),
    step('accepted', 'examine', 'examining', examine, 'Mulai pemeriksaan', 'Begin an examination'),
    step('examining', 'assess', 'assessed', approve, 'Tetapkan', 'Assess'),
  ],
})

export const may = (state: ReturnState, verb: string): boolean =>
  returnMachine.from(state).some((row) => row.verb === verb)

export const manners = ['month', 'days', 'nil'] as const
export type Manner = (typeof manners)[number]

/** Turnover of a month as it was declared or found. */
export interface Turnover {
  readonly service: string
  readonly turnover: Sen
  readonly exempt: Sen
}

export interface Declaration extends Turnover {
  readonly manner: Manner
  readonly days: readonly { readonly day: Temporal.PlainDate; readonly amount: Sen }[]
  readonly exemptReason: string
  /** Why something filed before is corrected. */
  readonly reason: string
}

export interface ReturnFacts {
  readonly tax: ReturnTax
  readonly month: Temporal.PlainYearMonth
  readonly isCorrection: boolean
}

/** What was typed, by the names of the controls. */
export type Typed = Readonly<Record<string, string>>

/** The names that the form of a return knows; days are "day.1" to "day.31". */
export const formNames = ['manner', 'turnover', 'exempt', 'exemptReason', 'service', 'reason'] as const
export const dayNames = Array.from({ length: 31 }, (_, index) => `day.${index + 1}`)

/** As much as the calculators take. */
const mostRupiah = 1_000_000_000_000_000n
const longestText = 500

class Reader {
  readonly errors: FieldError[] = []
  refuse(path: string, id: string, en: string): void {
    this.errors.push({ path, message: { id, en } })
  }

  /** Whole rupiah; empty is `empty`. */
  rupiah(path: string, typed: string | undefined, empty: 'zero' | 'missing' = 'zero'): Sen {
    const text = (typed ?? '')
      .trim()
      .replace(/^rp\.?\s*/i, '')
      .replace(/,0{1,2}$/, '')
    if (text === '') {
      if (empty === 'missing') this.refuse(path, 'Tulis jumlahnya dalam rupiah.', 'Write the amount in rupiah.')
      return 0n
    }
    if (/^[-−]/.test(text)) {
      this.refuse(path, 'Jumlah ini tidak dapat di bawah nol.', 'This amount cannot be below zero.')
      return 0n
    }
    if (!/^(\d{1,3}(\.\d{3})+|\d+)$/.test(text)) {
      this.refuse(path, 'Tulis rupiah tanpa sen, misalnya 12.500.000.', 'Write whole rupiah, for example 12.500.000.')
      return 0n
    }
    const rupiah = BigInt(text.replaceAll('.', ''))
    if (rupiah <= mostRupiah) return rupiah * 100n
    this.refuse(path, 'Jumlah ini terlalu besar. Periksa nolnya.', 'This amount is too large. Check its zeros.')
    return 0n
  }

  text(path: string, typed: string | undefined, missing: readonly [string, string] | undefined): string {
    const text = (typed ?? '').trim()
    if (missing && text.length < 5) this.refuse(path, ...missing)
    if (text.length > longestText)
      this.refuse(path, `Paling panjang ${longestText} huruf.`, `At most ${longestText} letters.`)
    return text
  }

  /** @throws invalid-input with everything that was refused */
  done(): void {
    if (this.errors.length > 0) throw new AppError('invalid-input', { fields: this.errors })
  }
}

const exemptMissing = [
  'Tuliskan mengapa bagian itu tidak dikenai pajak, misalnya jamuan kedutaan.',
  'Say why that part is not taxed, for example an embassy reception.',
] as const

/** @throws invalid-input with every field that is wrong */
export function readDeclaration(typed: Typed, facts: ReturnFacts): Declaration {
  const reader = new Reader()
  const manner = manners.find((each) => each === typed['manner'])
  if (!manner) reader.refuse('manner', 'Pilih cara mengisi omzet.', 'Choose how to fill in the turnover.')
  const days = manner === 'days' ? readDays(reader, typed, facts.month) : []
  const turnover =
    manner === 'days'
      ? days.reduce((sum, { amount }) => sum + amount, 0n)
      : manner === 'month'
        ? reader.rupiah('turnover', typed['turnover'], 'missing')
        : 0n
  if (manner === 'days' && days.length === 0)
    reader.refuse(
      'day.1',
      'Isi omzet sedikitnya satu hari. Bila tidak ada omzet, pilih laporan nihil.',
      'Fill in at least one day. If there was no turnover, choose a nil return.',
    )
  if (turnover > mostRupiah * 100n)
    reader.refuse('day.1', 'Jumlah semua hari terlalu besar.', 'The sum of all days is too large.')
  const of = manner === 'nil' ? {} : typed
  const exempt = reader.rupiah('exempt', of['exempt'])
  if (exempt > turnover)
    reader.refuse('exempt', 'Bagian ini tidak dapat melebihi omzet.', 'This part cannot be more than the turnover.')
  const exemptReason = reader.text('exemptReason', of['exemptReason'], exempt > 0n ? exemptMissing : undefined)
  const reason = reader.text(
    'reason',
    facts.isCorrection ? typed['reason'] : '',
    facts.isCorrection ? ['Tuliskan mengapa laporan dibetulkan.', 'Say why the return is corrected.'] : undefined,
  )
  const service = readService(reader, typed['service'], facts.tax)
  reader.done()
  return { manner: manner as Manner, service, turnover, exempt, exemptReason, days, reason }
}

/** What an officer found. @throws invalid-input with every field that is wrong */
export function readFinding(typed: Typed, tax: ReturnTax): Turnover & { readonly ground: string } {
  const reader = new Reader()
  const turnover = reader.rupiah('turnover', typed['turnover'], 'missing')
  const exempt = reader.rupiah('exempt', typed['exempt'])
  if (exempt > turnover)
    reader.refuse('exempt', 'Bagian ini tidak dapat melebihi omzet.', 'This part cannot be more than the turnover.')
  const ground = reader.text('ground', typed['ground'], [
    'Tuliskan dasarnya, misalnya nomor laporan hasil pemeriksaan.',
    'Write the ground, for example the number of the report of the examination.',
  ])
  const service = readService(reader, typed['service'], tax)
  reader.done()
  return { service, turnover, exempt, ground }
}

function readService(reader: Reader, typed: string | undefined, tax: ReturnTax): string {
  const services = servicesOf[tax]
  if (services.length === 1) return services[0]
  const service = services.find((each) => each === typed)
  if (!service) reader.refuse('service', 'Pilih jenis hiburannya.', 'Choose the kind of entertainment.')
  return service ?? services[0]
}

/** Days that were filled in; a day that the month does not have is refused. */
function readDays(reader: Reader, typed: Typed, month: Temporal.PlainYearMonth) {
  return dayNames.flatMap((name, index) => {
    if ((typed[name] ?? '').trim() === '') return []
    const amount = reader.rupiah(name, typed[name])
    if (index >= month.daysInMonth) {
      reader.refuse(
        name,
        `Masa ini hanya sampai tanggal ${month.daysInMonth}.`,
        `This month has only ${month.daysInMonth} days.`,
      )
      return []
    }
    return [{ day: month.toPlainDate({ day: index + 1 }), amount }]
  })
}

/** The question that the calculator of PBJT is asked for a month. */
export function calculationOf(month: Temporal.PlainYearMonth, { service, turnover, exempt }: Turnover) {
  return {
    calculator: 'pbjt',
    day: month.toPlainDate({ day: month.daysInMonth }),
    input: {
      service,
      amount: Number((turnover - exempt) / 100n),
      ...(service === 'food' ? { monthlyTurnover: Number(turnover / 100n) } : {}),
    },
  }
}

export type Outcome = 'skpdkb' | 'skpdn' | 'skpdlb'

/** Which assessment follows from what was found. @basis UU 1/2022; PP 35/2023 tentang SKPDKB, SKPDN, SKPDLB */
export function outcomeOf(found: Sen, declared: Sen): Outcome {
  return found > declared ? 'skpdkb' : found === declared ? 'skpdn' : 'skpdlb'
}

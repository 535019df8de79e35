import { createHash } from 'node:crypto'
import type { Zone } from '#kernel/clock/clock.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { readBillingCode } from '../billing-code.ts'
import { cellsOf, separatorOf } from './cells.ts'
import {
  type BrokenLine,
  type FileContent,
  type FileFormat,
  type Layout,
  type LayoutField,
  type LineProblem,
  mostLines,
  type Receipt,
  UnreadableFile,
} from './layout.ts'
import { mt940Lines } from './mt940.ts'

export interface Reading {
  readonly format: FileFormat
  readonly layout: Layout
  readonly zone: Zone
  readonly now: Temporal.Instant
}

/** A receipt before it is judged: texts as they stand in the file. */
export interface Line {
  readonly line: number
  readonly raw: string
  /** Undefined for a line that is no receipt: a heading, a debit, an empty one. */
  readonly fields: Readonly<Partial<Record<LayoutField, string>>> | undefined
  readonly problem?: LineProblem
}

/** Reads a bank's file whole. @throws UnreadableFile when it is not what it is said to be */
export function readFile(bytes: Buffer, reading: Reading): FileContent {
  const text = textOf(bytes)
  const lines =
    reading.format === 'mt940'
      ? mt940Lines(text)
      : reading.format === 'fixed'
        ? fixedLines(text, reading.layout)
        : csvLines(text, reading.layout)
  const layout: Layout =
    reading.format === 'mt940' ? { ...reading.layout, dayOrder: 'ymd', decimal: ',' } : reading.layout
  const receipts: Receipt[] = []
  const broken: BrokenLine[] = []
  const same = new Map<string, number>()
  let skipped = 0
  for (const { line, raw, fields, problem } of lines) {
    if (!fields && !problem) {
      skipped += 1
      continue
    }
    const found = problem ?? receiptOf(line, fields ?? {}, layout, reading, same)
    if (typeof found === 'string') broken.push({ line, raw: raw.slice(0, 500), problem: found })
    else receipts.push(found)
  }
  return { receipts, broken, skipped }
}

/** The text of a file, whatever its encoding. @throws UnreadableFile for what is no text */
function textOf(bytes: Buffer): string {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw new UnreadableFile('workbook')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  if (holdsControls(text)) throw new UnreadableFile('not-text')
  if (text.trim() === '') throw new UnreadableFile('empty')
  return text.replace(/^\uFEFF/, '')
}

/** Characters below the blank that no text holds; tabs, ends of lines and the old mark of a file's end are text. */
function holdsControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x09 || (code > 0x0d && code < 0x1a)) return true
  }
  return false
}

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > mostLines) throw new UnreadableFile('too-many-lines')
  return lines
}

function csvLines(text: string, layout: Layout): Line[] {
  const lines = linesOf(text)
  const { separator: said } = layout
  const separator = said === 'auto' ? separatorOf(lines) : said === 'tab' ? '\t' : said
  const heading = cellsOf(lines[layout.headLines - 1] ?? '', separator).map((cell) => cell.trim().toLowerCase())
  const places = new Map<LayoutField, number>()
  for (const [field, name] of Object.entries(layout.columns) as [LayoutField, string][]) {
    if (name === '') continue
    const at = /^\d{1,3}$/.test(name) ? Number(name) - 1 : heading.indexOf(name.toLowerCase())
    if (at < 0) throw new UnreadableFile('no-columns')
    places.set(field, at)
  }
  const needed = Math.max(places.get('day') ?? 0, places.get('amount') ?? 0)
  return lines.map((raw, index): Line => {
    const line = index + 1
    if (line <= layout.headLines || raw.trim() === '') return { line, raw, fields: undefined }
    const cells = cellsOf(raw, separator)
    if (cells.length <= needed) return { line, raw, fields: undefined, problem: 'columns' }
    const fields = Object.fromEntries([...places].map(([field, at]) => [field, (cells[at] ?? '').trim()]))
    return isCredit(fields, layout) ? { line, raw, fields } : { line, raw, fields: undefined }
  })
}

function fixedLines(text: string, layout: Layout): Line[] {
  const places = Object.entries(layout.columns).flatMap(([field, name]) => {
    const match = /^(\d{1,4})-(\d{1,4})$/.exec(name)
    return match ? [{ field, from: Number(match[1]) - 1, to: Number(match[2]) }] : []
  })
  const amount = places.find((place) => place.field === 'amount')
  if (!amount || !places.some((place) => place.field === 'day')) throw new UnreadableFile('no-columns')
  return linesOf(text).map((raw, index): Line => {
    const line = index + 1
    if (line <= layout.headLines || raw.trim() === '') return { line, raw, fields: undefined }
    if (raw.length <= amount.from) return { line, raw, fields: undefined, problem: 'columns' }
    const fields = Object.fromEntries(places.map(({ field, from, to }) => [field, raw.slice(from, to).trim()]))
    return isCredit(fields, layout) ? { line, raw, fields } : { line, raw, fields: undefined }
  })
}

const isCredit = (fields: Readonly<Record<string, string>>, layout: Layout): boolean =>
  layout.creditMark === '' || fields['mark']?.toUpperCase() === layout.creditMark.toUpperCase()

function receiptOf(
  line: number,
  fields: Readonly<Partial<Record<LayoutField, string>>>,
  layout: Layout,
  { zone, now }: Reading,
  same: Map<string, number>,
): Receipt | LineProblem {
  const amount = readAmount(fields.amount ?? '', layout.decimal)
  if (amount === undefined || amount <= 0n) return 'amount'
  const day = readDay(fields.day ?? '', layout.dayOrder)
  if (!day) return 'day'
  const fee = fields.fee ? readAmount(fields.fee, layout.decimal) : undefined
  if (fields.fee && (fee === undefined || fee < 0n || fee > amount)) return 'fee'
  const time = /^(\d{2})[:.]?(\d{2})(?:[:.]?(\d{2}))?/.exec(fields.time ?? '')
  const at = time ? `${time[1]}:${time[2]}:${time[3] ?? '00'}` : '12:00'
  const paidAt = instantAt(day, at, zone)
  if (!paidAt) return 'day'
  if (day.since(now.toZonedDateTimeISO(zone).toPlainDate()).days > 0) return 'future'
  const given = fields.reference ?? ''
  if (given.length > 80) return 'reference'
  const description = (fields.description ?? '').slice(0, 300)
  const number = findCode(`${fields.number ?? ''} ${description}`)
  const reference = given || madeReference([day.toString(), String(amount), fields.number ?? '', description], same)
  return { line, reference, number, amount, fee, paidAt, description }
}

/** A line without a number of its own is known by what it says, and by how many said the same before it. */
function madeReference(facts: readonly string[], same: Map<string, number>): string {
  const key = facts.join('|')
  const before = same.get(key) ?? 0
  same.set(key, before + 1)
  return `x${createHash('sha256').update(`${key}|${before}`).digest('hex').slice(0, 40)}`
}

/** The billing code in a text: alone, in groups, or behind the prefix of a virtual account. */
export function findCode(text: string): string {
  for (const [digits] of text.matchAll(/\d(?:[ .-]?\d){14,31}/g)) {
    const code = readBillingCode(digits.replace(/\D/g, '').slice(-15))
    if (code) return code
  }
  return ''
}

/** "1.234.567,89" with a comma, "1,234,567.89" with a point; "Rp" and a plus before it are allowed. */
function readAmount(typed: string, decimal: ',' | '.'): Sen | undefined {
  const thousands = decimal === ',' ? '.' : ','
  const plain = typed.replace(/^(?:\+|rp\.?|idr)\s*/i, '').replaceAll(' ', '')
  const whole = plain.split(decimal)
  if (whole.length > 2) return undefined
  const digits = whole[0] as string
  const isGrouped = digits.includes(thousands)
  if (isGrouped && !/^\d{1,3}([.,]\d{3})+$/.test(digits)) return undefined
  const bare = digits.replaceAll(thousands, '')
  const sen = whole[1] ?? ''
  return /^\d{1,15}$/.test(bare) && /^\d{0,2}$/.test(sen) ? senFromNumeric(`${bare}.${sen.padEnd(2, '0')}`) : undefined
}

function readDay(typed: string, order: Layout['dayOrder']): Temporal.PlainDate | undefined {
  const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})/.exec(typed)?.slice(1) ?? packed(typed, order)
  if (!parts) return undefined
  const [a, b, c] = parts as [string, string, string]
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  try {
    const full = year.length === 2 ? `20${year}` : year
    return Temporal.PlainDate.from(
      { year: Number(full), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return undefined
  }
}

/** "20261123", "261123", "23112026". */
function packed(typed: string, order: Layout['dayOrder']): string[] | undefined {
  const digits = /^\d{6}(\d{2})?/.exec(typed)?.[0]
  if (!digits) return undefined
  const long = digits.length - 4
  return order === 'ymd'
    ? [digits.slice(0, long), digits.slice(long, long + 2), digits.slice(long + 2)]
    : [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
}

function instantAt(day: Temporal.PlainDate, time: string, zone: Zone): Temporal.Instant | undefined {
  try {
    return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  } catch {
    return undefined
  }
}

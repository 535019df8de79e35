import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { mostLines, UnreadableFile } from './layout.ts'
import type { Line } from './read-file.ts'

interface Field {
  readonly tag: string
  readonly line: number
  text: string
}

/** :61: day, perhaps the day of booking, which side, amount, kind, reference of the owner, perhaps that of the bank. */
const entry = /^(\d{6})(?:\d{4})?(R?[CD])[A-Z]?(\d{1,15},\d{0,2})[A-Z]\w{3}([^/\n]*)(?:\/\/([^\n]*))?/

/**
 * The entries of a statement in MT940 (SWIFT). Amounts between the two balances must lead from one to the other, or a part
 * of the file is missing. @throws UnreadableFile
 */
export function mt940Lines(text: string): Line[] {
  const fields = fieldsOf(text)
  if (!fields.some((field) => field.tag === '60F' || field.tag === '60M')) throw new UnreadableFile('not-mt940')
  const lines: Line[] = []
  let balance: Sen | undefined
  let isWhole = true
  fields.forEach((field, index) => {
    if (field.tag.startsWith('60')) balance = balanceOf(field.text)
    if (field.tag.startsWith('62') && balance !== undefined) {
      if (isWhole && balanceOf(field.text) !== balance) throw new UnreadableFile('balance')
      isWhole = true
    }
    if (field.tag !== '61') return
    const match = entry.exec(field.text)
    if (!match) {
      isWhole = false
      lines.push({ line: field.line, raw: field.text, fields: undefined, problem: 'columns' })
      return
    }
    const [, day = '', side = '', amount = '', owner = '', bank = ''] = match
    const isCredit = side === 'C' || side === 'RD'
    const size = senFromNumeric(amount.replace(',', '.').replace(/\.$/, ''))
    if (balance !== undefined) balance += isCredit ? size : -size
    const next = fields[index + 1]
    const description = next?.tag === '86' ? next.text.replace(/\s*\n\s*/g, ' ') : ''
    // A debit that was taken back is no receipt of somebody's payment.
    if (side !== 'C') lines.push({ line: field.line, raw: field.text, fields: undefined })
    else {
      const reference = [bank, owner].map((each) => each.trim()).find((each) => each !== '' && each !== 'NONREF') ?? ''
      lines.push({ line: field.line, raw: field.text, fields: { day, amount, reference, number: owner, description } })
    }
  })
  return lines
}

function fieldsOf(text: string): Field[] {
  const fields: Field[] = []
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > mostLines) throw new UnreadableFile('too-many-lines')
  lines.forEach((line, index) => {
    const match = /^(?:\{4:)?:(\d{2}[A-Z]?):(.*)$/.exec(line)
    const last = fields.at(-1)
    if (match) fields.push({ tag: match[1] as string, line: index + 1, text: match[2] as string })
    else if (last && line.trim() !== '' && !/^[-{}]/.test(line)) last.text += `\n${line}`
  })
  return fields
}

/** "C261123IDR1000,00" */
function balanceOf(text: string): Sen {
  const match = /^([CD])\d{6}[A-Z]{3}(\d{1,15}),(\d{0,2})/.exec(text)
  if (!match) throw new UnreadableFile('balance')
  const amount = senFromNumeric(`${match[2]}.${(match[3] as string).padEnd(2, '0')}`)
  return match[1] === 'D' ? -amount : amount
}

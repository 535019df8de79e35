import type { DecisionLetterData } from '../template-data.ts'
import { formatDate } from '../terbilang.ts'
import { parseDate, presentLetter, presentSignature } from './letter.ts'

/** Ordinals of dictums; past these a letter goes on with figures. */
const ORDINALS = [
  'KESATU',
  'KEDUA',
  'KETIGA',
  'KEEMPAT',
  'KELIMA',
  'KEENAM',
  'KETUJUH',
  'KEDELAPAN',
  'KESEMBILAN',
  'KESEPULUH',
  'KESEBELAS',
  'KEDUA BELAS',
] as const

/** The order and names of the parts are those of an official decision. @basis Permendagri 1/2023 (tata naskah dinas) */
export function presentDecisionLetter(data: DecisionLetterData) {
  return {
    ...presentLetter(data, `${data.title} ${data.number}`),
    heading: data.title,
    number: `Nomor ${data.number}`,
    about: data.about ?? null,
    considering: data.considering ?? [],
    legalBasis: data.legalBasis ?? [],
    recipient: data.recipient ? { name: data.recipient.name, lines: data.recipient.lines ?? [] } : null,
    opening: data.opening,
    facts: data.rows.map(({ label, value }) => [label, value]),
    decisions: (data.decisions ?? []).map((words, index) => [ORDINALS[index] ?? `KE-${index + 1}`, words]),
    closing: data.closing,
    validity: data.validUntil ? ['Berlaku sampai dengan', formatDate(parseDate(data.validUntil))] : null,
    copies: data.copies ?? [],
    issued: `Ditetapkan di ${data.issued.place} pada ${formatDate(parseDate(data.issued.on))}`,
    signature: presentSignature(data.signature, data.region),
  }
}

import type { ChildCardData } from '../child-card-data.ts'
import { formatDate } from '../terbilang.ts'
import { groupNik, parseDate, presentLetter, presentSignature } from './letter.ts'

export function presentChildCard(data: ChildCardData) {
  const day = (date: string) => formatDate(parseDate(date))
  const pairs = (rows: ChildCardData['front']) => rows.map(({ label, value }) => [label, value])
  return {
    ...presentLetter(data, `Kartu Identitas Anak ${data.code}`),
    heading: 'Kartu Identitas Anak',
    number: `Kode kartu ${data.code}`,
    province: `Provinsi ${data.province}`.toUpperCase(),
    regency: data.regency.toUpperCase(),
    nik: groupNik(data.nik),
    front: pairs(data.front),
    back: pairs(data.back),
    photo: data.withPhoto,
    until: `Berlaku sampai ${day(data.validUntil)}`,
    issued: `Dikeluarkan di ${data.issued.place}, ${day(data.issued.on)}`,
    signature: presentSignature(data.signature, data.region),
  }
}

import type { MovingLetterData } from '../moving-letter-data.ts'
import { formatDate } from '../terbilang.ts'
import { groupNik, parseDate, presentLetter, presentSignature } from './letter.ts'

const SEX = { male: 'L', female: 'P' } as const

export function presentMovingLetter(data: MovingLetterData) {
  const day = (date: string) => formatDate(parseDate(date))
  return {
    ...presentLetter(data, `${data.title} ${data.number}`),
    heading: data.title,
    number: `Nomor ${data.number}`,
    lead: data.lead,
    places: [
      ['Alamat asal', data.from],
      ['Alamat tujuan', data.to],
    ],
    facts: [
      ['Kartu keluarga asal', `${groupNik(data.family.number)}, kepala keluarga ${data.family.head}`],
      ['Tanggal pindah', day(data.movedOn)],
      ...data.rows.map(({ label, value }) => [label, value]),
      ...(data.validTo ? [['Diserahkan paling lambat', day(data.validTo)]] : []),
    ],
    people: data.people.map((person, index) => [
      String(index + 1),
      person.name,
      groupNik(person.nik),
      SEX[person.sex],
      day(person.bornOn),
      person.relation,
    ]),
    remarks: data.remarks ?? [],
    issued: `Dikeluarkan di ${data.issued.place}, ${day(data.issued.on)}`,
    signature: presentSignature(data.signature, data.region),
  }
}

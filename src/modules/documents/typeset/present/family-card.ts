import type { FamilyCardData, FamilyMember } from '../template-data.ts'
import { formatDate } from '../terbilang.ts'
import { groupNik, parseDate, presentLetter, presentSignature } from './letter.ts'

const SEX = { male: 'L', female: 'P' } as const
const NONE = '–'

export function presentFamilyCard(data: FamilyCardData) {
  const { address } = data
  return {
    ...presentLetter(data, `Kartu Keluarga ${data.number}`),
    number: `No. ${groupNik(data.number)}`,
    head: data.head,
    address: [
      [
        ['Nama Kepala Keluarga', data.head],
        ['Alamat', address.street],
        ['RT / RW', `${address.rt} / ${address.rw}`],
        ['Kode Pos', address.postalCode ?? NONE],
      ],
      [
        ['Desa / Kelurahan', address.village],
        ['Kecamatan', address.district],
        ['Kabupaten / Kota', address.regency],
        ['Provinsi', address.province],
      ],
    ],
    persons: data.members.map(presentPerson),
    relations: data.members.map(presentRelations),
    issued: `Dikeluarkan di ${data.issued.place}, ${formatDate(parseDate(data.issued.on))}`,
    version: `Versi kartu ke-${data.version}`,
    signature: presentSignature(data.signature, data.region),
  }
}

function presentPerson(member: FamilyMember): string[] {
  return [
    member.name,
    member.nik,
    SEX[member.sex],
    member.birthplace,
    numericDate(member.bornOn),
    member.religion,
    member.education,
    member.occupation,
    member.bloodType ?? NONE,
  ]
}

function presentRelations(member: FamilyMember): string[] {
  return [
    member.maritalStatus,
    member.maritalOn ? numericDate(member.maritalOn) : NONE,
    member.relation,
    member.citizenship,
    member.passport ?? NONE,
    member.stayPermit ?? NONE,
    member.father,
    member.mother,
  ]
}

/** `20-11-2026`, as the card has always shown it. */
function numericDate(date: string): string {
  const { day, month, year } = parseDate(date)
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`
}

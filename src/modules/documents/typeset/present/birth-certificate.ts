import type { BirthCertificateData, BirthParents } from '../template-data.ts'
import { dayName, formatDate, terbilang, terbilangDate } from '../terbilang.ts'
import { formatTime, groupNik, parseDate, parseTime, presentLetter, presentSignature, zoneName } from './letter.ts'

const SEX = { male: 'Laki-laki', female: 'Perempuan' } as const

export function presentBirthCertificate(data: BirthCertificateData) {
  const { child } = data
  const born = parseDate(child.bornOn)
  const time = child.bornAt ? `, pukul ${formatTime(parseTime(child.bornAt))} ${zoneName(data.region.timeZone)}` : ''
  return {
    ...presentLetter(data, `Kutipan Akta Kelahiran ${data.number}`),
    heading: 'Kutipan Akta Kelahiran',
    number: `Nomor ${data.number}`,
    citizenship: child.citizenship,
    lead:
      `Berdasarkan Akta Kelahiran Nomor ${data.number}, bahwa di ${child.birthplace} pada hari ` +
      `${dayName(born)} tanggal ${terbilangDate(born)} telah lahir:`,
    name: child.name,
    nik: child.nik ? groupNik(child.nik) : null,
    facts: [
      ['Lahir di', child.birthplace],
      ['Hari dan tanggal', `${dayName(born)}, ${formatDate(born)}${time}`],
      ['Jenis kelamin', SEX[child.sex]],
      ...presentOrder(child.order),
      ...presentParents(data.parents),
    ],
    parentage: parentagePhrase(data.parents),
    remarks: data.remarks ?? [],
    issued: `Ditetapkan di ${data.issued.place} pada ${formatDate(parseDate(data.issued.on))}`,
    signature: presentSignature(data.signature, data.region),
  }
}

function presentOrder(order: number | undefined): [string, string][] {
  if (order === undefined) return []
  const word = terbilang(order)
  return [['Anak ke', `${word.charAt(0).toUpperCase()}${word.slice(1)} (${order})`]]
}

function presentParents(parents: BirthParents): [string, string][] {
  if (parents.kind === 'unknown') return []
  const mother: [string, string] = ['Ibu', parents.mother]
  return parents.kind === 'mother-only' ? [mother] : [['Ayah', parents.father], mother]
}

/** @basis Permendagri 108/2019 (frasa perkawinan belum tercatat; anak seorang ibu) */
function parentagePhrase(parents: BirthParents): string | null {
  switch (parents.kind) {
    case 'married':
      return null
    case 'marriage-not-recorded':
      return 'yang perkawinannya belum tercatat sesuai dengan peraturan perundang-undangan'
    case 'mother-only':
      return 'Anak seorang ibu'
    case 'unknown':
      return 'Anak yang ditemukan; asal-usul orang tuanya tidak diketahui'
  }
}

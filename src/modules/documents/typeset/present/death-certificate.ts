import type { DeathCertificateData } from '../template-data.ts'
import { dayName, formatDate, terbilangDate } from '../terbilang.ts'
import { formatTime, groupNik, parseDate, parseTime, presentLetter, presentSignature, zoneName } from './letter.ts'

const SEX = { male: 'Laki-laki', female: 'Perempuan' } as const

export function presentDeathCertificate(data: DeathCertificateData) {
  const { deceased, death } = data
  const died = parseDate(death.on)
  const time = death.at ? `, pukul ${formatTime(parseTime(death.at))} ${zoneName(data.region.timeZone)}` : ''
  return {
    ...presentLetter(data, `Kutipan Akta Kematian ${data.number}`),
    heading: 'Kutipan Akta Kematian',
    number: `Nomor ${data.number}`,
    citizenship: deceased.citizenship,
    lead:
      `Berdasarkan Akta Kematian Nomor ${data.number}, bahwa di ${death.place} pada hari ` +
      `${dayName(died)} tanggal ${terbilangDate(died)} telah meninggal dunia:`,
    name: deceased.name,
    nik: deceased.nik ? groupNik(deceased.nik) : null,
    facts: [
      ['Meninggal di', death.place],
      ['Hari dan tanggal', `${dayName(died)}, ${formatDate(died)}${time}`],
      ['Jenis kelamin', SEX[deceased.sex]],
      ['Tempat dan tanggal lahir', `${deceased.birthplace}, ${formatDate(parseDate(deceased.bornOn))}`],
      ...(deceased.parents ? [['Anak dari', deceased.parents]] : []),
    ],
    remarks: data.remarks ?? [],
    issued: `Ditetapkan di ${data.issued.place} pada ${formatDate(parseDate(data.issued.on))}`,
    signature: presentSignature(data.signature, data.region),
  }
}

import type { CertificateData } from '../template-data.ts'
import { formatDate } from '../terbilang.ts'
import { parseDate, presentLetter, presentSignature } from './letter.ts'

export function presentCertificate(data: CertificateData) {
  return {
    ...presentLetter(data, `${data.title} ${data.number}`),
    orientation: data.orientation ?? 'landscape',
    heading: data.title,
    number: `Nomor ${data.number}`,
    opening: data.opening,
    name: data.recipient.name,
    nameLines: data.recipient.lines ?? [],
    facts: data.rows.map(({ label, value }) => [label, value]),
    closing: data.closing,
    validity: data.validUntil ? ['Berlaku sampai dengan', formatDate(parseDate(data.validUntil))] : null,
    issued: `Ditetapkan di ${data.issued.place} pada ${formatDate(parseDate(data.issued.on))}`,
    signature: presentSignature(data.signature, data.region),
  }
}

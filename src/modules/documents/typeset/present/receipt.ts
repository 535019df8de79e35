import type { ReceiptData } from '../template-data.ts'
import { formatDayAndDate } from '../terbilang.ts'
import { formatMoment, formatTime, parseDate, parseTime, presentLetter, presentQr, zoneName } from './letter.ts'

const STATUS = {
  attached: 'Diterima',
  known: 'Sudah ada pada kami',
  missing: 'Masih ditunggu',
} as const

export function presentReceipt(data: ReceiptData) {
  const { promise, region } = data
  const time = promise.at ? `, pukul ${formatTime(parseTime(promise.at))} ${zoneName(region.timeZone)}` : ''
  return {
    ...presentLetter(data, `Tanda Terima Pengajuan ${data.trackingNumber}`),
    heading: 'Tanda Terima Pengajuan',
    trackingNumber: data.trackingNumber,
    pinHint: data.pinHint,
    service: data.service,
    facts: [
      ...(data.subject ? [['Perihal', data.subject]] : []),
      ['Pemohon', data.applicant.name],
      ...(data.applicant.contact ? [['Dihubungi lewat', data.applicant.contact]] : []),
      ['Diterima', formatMoment(data.submittedAt, region.timeZone)],
      ...(data.channel ? [['Melalui', data.channel]] : []),
      ...(data.receivedBy ? [['Petugas', data.receivedBy]] : []),
      ...(data.fee ? [['Biaya', data.fee]] : []),
    ],
    promise: { date: `${formatDayAndDate(parseDate(promise.on))}${time}`, note: promise.note ?? null },
    documents: data.documents.map(({ name, status, note }) => ({
      name,
      status,
      statusText: STATUS[status],
      note: note ?? null,
    })),
    statusPage: presentQr(data.statusPage, '', 'Kode QR ke halaman status pengajuan'),
  }
}

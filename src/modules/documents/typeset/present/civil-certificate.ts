import type { CivilCertificateData, CivilParty, CivilPhoto, CivilRow } from '../civil-certificate-data.ts'
import { dayName, formatDate, terbilangDate } from '../terbilang.ts'
import { groupNik, parseDate, presentLetter, presentSignature } from './letter.ts'

export function presentCivilCertificate(data: CivilCertificateData) {
  const on = parseDate(data.event.on)
  const at = data.event.place ? `di ${data.event.place} ` : ''
  const [first, second] = data.parties
  return {
    ...presentLetter(data, `${data.title} ${data.number}`),
    heading: data.title,
    number: `Nomor ${data.number}`,
    citizenship: data.citizenship ?? null,
    lead:
      `Berdasarkan ${data.register} Nomor ${data.number}, bahwa ${at}pada hari ` +
      `${dayName(on)} tanggal ${terbilangDate(on)} ${data.event.happened}:`,
    parties: data.parties.map((party) => ({
      role: party.role,
      name: party.name,
      nik: party.nik ? groupNik(party.nik) : null,
    })),
    // One party: label and value. Two: label and a value for each, in the order in which labels are first said.
    facts: second ? besides(first, second) : first.rows.map(({ label, value }) => [label, value]),
    event: [
      ['Hari dan tanggal', `${dayName(on)}, ${formatDate(on)}`],
      ...rowsOf(data.event.rows),
      ...rowsOf(data.parents),
    ],
    photo: data.photo ? { picture: pictured(data.photo), caption: data.photo.caption } : null,
    remarks: data.remarks ?? [],
    issued: `Ditetapkan di ${data.issued.place} pada ${formatDate(parseDate(data.issued.on))}`,
    signature: presentSignature(data.signature, data.region),
  }
}

function besides(first: CivilParty, second: CivilParty): string[][] {
  const labels = [...new Set([...first.rows, ...second.rows].map(({ label }) => label))]
  const saidOf = (party: CivilParty, label: string) => party.rows.find((row) => row.label === label)?.value ?? '-'
  return labels.map((label) => [label, saidOf(first, label), saidOf(second, label)])
}

function rowsOf(rows: readonly CivilRow[] | undefined): string[][] {
  return (rows ?? []).map(({ label, value }) => [label, value])
}

/** The drawing that a template places: it takes text, so the photo lies inside an SVG of the usual 3 to 2. */
function pictured({ type, base64 }: CivilPhoto): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new RangeError('a photo is base64')
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40">' +
    `<image width="60" height="40" preserveAspectRatio="xMidYMid slice" xlink:href="data:${type};base64,${base64}"/></svg>`
  )
}

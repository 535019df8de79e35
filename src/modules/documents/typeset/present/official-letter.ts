import type { LetterRecipient, LetterSecurity, LetterUrgency, OfficialLetterData } from '../official-letter-data.ts'
import { formatDate } from '../terbilang.ts'
import { isLastParagraphShort } from './last-paragraph.ts'
import { formatMoment, parseDate, presentLetter, presentSignature } from './letter.ts'
import { presentValues } from './letter-values.ts'

const SECURITY: Readonly<Record<LetterSecurity, string>> = {
  biasa: 'Biasa',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  'sangat-rahasia': 'Sangat Rahasia',
}
const URGENCY: Readonly<Record<LetterUrgency, string>> = {
  biasa: 'Biasa',
  segera: 'Segera',
  'amat-segera': 'Amat Segera',
}

/** Where place and day stand above the signature in other words than `Arunika, 23 November 2026`. */
const LEADS: Readonly<Record<string, string>> = {
  keputusan: 'Ditetapkan',
  instruksi: 'Ditetapkan',
  pedoman: 'Ditetapkan',
  sop: 'Ditetapkan',
  maklumat: 'Ditetapkan',
  'surat-edaran': 'Ditetapkan',
  'surat-perintah': 'Dikeluarkan',
  'surat-tugas': 'Dikeluarkan',
  pengumuman: 'Dikeluarkan',
  sppd: 'Dikeluarkan',
}

/** What stands for a number that is taken when the letter is issued. */
const NO_NUMBER = '……………………'

/** The body reads `letter.fields` as `isian` and `nilai`, `letter.facts` as `surat`: templates/lib/naskah.typ. */
export function presentOfficialLetter(data: OfficialLetterData) {
  const heading = headingOf(data)
  const number = data.number ?? NO_NUMBER
  const { place } = data.issued
  const day = formatDate(parseDate(data.issued.on))
  const name = heading ?? data.subject ?? 'Surat dinas'
  const layout = layoutOf(data)
  const isLetter = layout === 'letter' || layout === 'memo'
  return {
    ...presentLetter(data, [name, data.number].filter(Boolean).join(' ')),
    emblem: data.region.stateEmblem ?? null,
    signatures: data.signatures.map((signature) => presentSignature(signature, data.region)),
    letter: {
      layout,
      paper: data.paper ?? 'a4',
      mark: data.mark === 'salinan' ? 'SALINAN' : null,
      letterhead: data.letterhead ?? 'unit',
      headTitle: headOfRegion(data.region.name).toLocaleUpperCase('id'),
      heading: heading?.toLocaleUpperCase('id') ?? '',
      numberLine: layout === 'sheet' && data.number === undefined ? null : `NOMOR ${number}`,
      about: data.about?.toLocaleUpperCase('id') ?? null,
      reference: referenceRows(data, number, day),
      placeAndDay: `${place}, ${day}`,
      recipients: (data.recipients ?? []).map(presentRecipient),
      copies: data.copies ?? [],
      lead: isLetter ? [] : leadOf(data.kind, place, day),
      foot: [isLetter ? null : heading, data.number ?? null, data.verification?.code ?? null]
        .filter(Boolean)
        .join(' · '),
      // Short remarks stand at the foot of each page, as the statement on electronic signatures does.
      footnotesBelow: layout !== 'wall' && (data.footnotes ?? []).join(' ').length <= 230,
      lastIsShort: isLastParagraphShort(data.source, data.values),
      annexes: /#?\blampiran\s*\(/.test(data.source),
      annexHead: [
        ['Nomor', number],
        ['Tanggal', day],
        ...(data.about ? [['Tentang', data.about]] : data.subject ? [['Hal', data.subject]] : []),
      ],
      initials: (data.initials ?? []).map((one) => ({
        name: one.name,
        position: one.position,
        at: one.at ? formatMoment(one.at, data.region.timeZone) : 'menunggu',
      })),
      fields: presentValues(data),
      facts: {
        nomor: number,
        tanggal: data.issued.on,
        tempat: place,
        hal: data.subject ?? null,
        tentang: data.about ?? null,
        pengirim: data.sender ?? null,
        penerima: (data.recipients ?? []).map((one) => one.name),
        'penanda-tangan': signerFacts(data, 0),
        'para-penanda-tangan': data.signatures.map((_, index) => signerFacts(data, index)),
        pemerintah: data.office.government,
        daerah: data.region.name,
        unit: data.office.name,
        'kepala-daerah': headOfRegion(data.region.name),
      },
    },
  }
}

function layoutOf({ layout, arrangement }: OfficialLetterData): 'letter' | 'memo' | 'titled' | 'wall' | 'sheet' {
  return arrangement ?? (layout === 'correspondence' ? 'letter' : 'titled')
}

/** `Keputusan {jabatan}` names the post by whose authority it is made: of a mandate, the one that gave it. */
function headingOf({ title, signatures }: OfficialLetterData): string | undefined {
  const [first] = signatures
  return title?.replace('{jabatan}', first ? (first.onBehalfOf ?? first.position) : '').trim()
}

/** Nomor, Sifat, Lampiran, Hal; a memo also says from whom and when. @basis Permendagri 1/2023 (tata naskah dinas) */
function referenceRows(data: OfficialLetterData, number: string, day: string): (readonly [string, string])[] {
  const { security = 'biasa', urgency = 'biasa' } = data
  const character = security === 'biasa' ? URGENCY[urgency] : SECURITY[security]
  const rows: (readonly [string, string])[] = [
    ['Nomor', number],
    ['Sifat', security !== 'biasa' && urgency !== 'biasa' ? `${character}, ${URGENCY[urgency]}` : character],
    ['Lampiran', data.attachmentsNote || '-'],
    ['Hal', data.subject ?? ''],
  ]
  if (data.arrangement !== 'memo') return rows
  return [...(data.sender ? [['Dari', data.sender] as const] : []), ['Tanggal', day], ...rows]
}

function leadOf(kind: string, place: string, day: string): string[] {
  const word = LEADS[kind]
  return word ? [`${word} di ${place}`, `pada tanggal ${day}`] : [`${place}, ${day}`]
}

function presentRecipient({ name, lines = [] }: LetterRecipient) {
  return { name, lines }
}

function signerFacts({ signatures }: OfficialLetterData, index: number) {
  const signature = signatures[index]
  if (!signature) return { nama: '', jabatan: '', nip: null, pangkat: null }
  return {
    nama: signature.name,
    jabatan: signature.position,
    nip: signature.employeeNumber ?? null,
    pangkat: signature.rank ?? null,
  }
}

/** `Bupati Arunika` of `Kabupaten Arunika`. */
function headOfRegion(region: string): string {
  const [kind = '', ...name] = region.split(' ')
  const heads: Readonly<Record<string, string>> = { Kabupaten: 'Bupati', Kota: 'Wali Kota', Provinsi: 'Gubernur' }
  const head = heads[kind]
  return head ? [head, ...name].join(' ') : region
}

import type { LetterOfficial, LetterValue, LetterValues, OfficialLetterData } from '#modules/documents/index.ts'
import type { Specimen } from '../built-in/built-in.ts'
import { builtInFields, specimenOf } from '../built-in/index.ts'
import type { TemplateColumn, TemplateContent, TemplateField } from '../template.ts'
import { letterContent } from './letter-content.ts'

/** On whose paper a specimen is shown. */
export type SpecimenFrame = Pick<
  OfficialLetterData,
  'region' | 'office' | 'verification' | 'draft' | 'issued' | 'footnotes'
>

const signers = [
  { name: 'Dr. Wening Hapsari, M.Si.', rank: 'Pembina Utama Muda, IV/c', employeeNumber: '197803122003122001' },
  { name: 'Prof. Dr. Surya Mahendra', rank: undefined, employeeNumber: undefined },
  { name: 'Ir. Damar Wicaksono, M.T.', rank: 'Pembina Tingkat I, IV/b', employeeNumber: '197105141998031004' },
  { name: 'Laras Prameswari, S.Sos.', rank: 'Penata, III/c', employeeNumber: '198905142014022003' },
] as const

/**
 * A letter as the template would print it, filled with the specimen of the shipped template it comes from, or with
 * values made up after the types of its fields. Nobody in it exists.
 * @param origin key of the shipped template
 */
export function specimenLetter(
  template: TemplateContent,
  origin: string | undefined,
  frame: SpecimenFrame,
): OfficialLetterData {
  const known = origin ? specimenOf(origin) : undefined
  const specimen: Specimen = known ?? { values: {} }
  // What a shipped specimen leaves empty is shown empty; a field of the region's own is always filled.
  const shipped = new Set(known ? builtInFields(origin) : [])
  const fields = template.fields.filter(({ key, required }) => required || key in specimen.values || !shipped.has(key))
  const isCorrespondence = template.layout === 'correspondence'
  const signatures = template.signers.map(({ role }, index) => signature(index, role))
  // Where nothing is signed, nothing says so.
  const { verification, footnotes, ...paper } = frame
  return {
    ...paper,
    ...(signatures.length > 0 && verification ? { verification } : {}),
    footnotes: signatures.length > 0 ? (footnotes ?? []) : [],
    ...letterContent(template, specimenValues(fields, specimen.values)),
    number: template.register ? (specimen.number ?? '000.1/0123/107/2026') : undefined,
    subject: specimen.subject ?? (isCorrespondence ? 'Contoh hal surat' : undefined),
    about: specimen.about,
    attachmentsNote: specimen.attachmentsNote,
    sender: template.arrangement === 'memo' ? signatures[0]?.position : undefined,
    recipients:
      specimen.recipients ?? (isCorrespondence ? [{ name: 'Kepala Dinas Contoh', lines: ['di Arunika'] }] : []),
    copies: specimen.copies ?? [],
    signatures,
  }
}

function signature(index: number, role: string | undefined): OfficialLetterData['signatures'][number] {
  const signer = signers[index] ?? signers[0]
  const isParty = index > 0 && signer.employeeNumber === undefined
  return {
    name: signer.name,
    position: isParty
      ? 'Rektor Universitas Samudra Arunika'
      : index === 0
        ? 'Kepala Dinas Kependudukan dan Pencatatan Sipil'
        : 'Kepala Bidang',
    capacity: isParty ? 'party' : 'definitive',
    order: isParty ? '' : 'SK 821.2/17/2025',
    signedAt: '2026-11-23T10:41:00+07:00',
    ...(role ? { role } : {}),
    ...(signer.rank ? { rank: signer.rank } : {}),
    ...(signer.employeeNumber ? { employeeNumber: signer.employeeNumber } : {}),
  }
}

/** Values for every field: those that are given where they fit, else made up. */
export function specimenValues(fields: readonly TemplateField[], given: LetterValues): LetterValues {
  return Object.fromEntries(fields.map((field) => [field.key, given[field.key] ?? madeUp(field)]))
}

const official: LetterOfficial = {
  name: 'Laras Prameswari, S.Sos.',
  employeeNumber: '198905142014022003',
  rank: 'Penata, III/c',
  position: 'Analis Kebijakan Ahli Muda',
}

function madeUp(field: TemplateField): LetterValue {
  const label = field.label.id
  switch (field.type) {
    case 'paragraph':
      return `Contoh ${label.toLowerCase()}: kalimat ini diganti ketika surat dibuat, dan boleh terdiri atas beberapa alinea.\n\nAlinea kedua.`
    case 'list':
      return [`Contoh ${label.toLowerCase()} yang pertama.`, 'Yang kedua.']
    case 'choice':
      return field.options?.[0]?.value ?? ''
    case 'table':
      return [1, 2].map((row) =>
        Object.fromEntries((field.columns ?? []).map((column) => [column.key, cell(column, row)])),
      )
    case 'official':
      return [official]
    case 'date':
      return '2026-12-01'
    case 'number':
      return '3'
    case 'money':
      return '1250000'
    default:
      return `[${label}]`
  }
}

function cell({ type, label }: TemplateColumn, row: number): string {
  if (type === 'date') return '2026-12-01'
  if (type === 'money') return String(row * 250_000)
  if (type === 'number') return String(row * 2)
  return `${label.id} ${row}`
}

/** The frame of goldens and of previews without a region. */
export const inventedFrame: SpecimenFrame = {
  region: { name: 'Kabupaten Arunika', timeZone: 'Asia/Jakarta' },
  office: {
    government: 'Pemerintah Kabupaten Arunika',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    lines: ['Jalan Balai Kota 1, Arunika 99011', 'Telepon (099) 555 0120', 'arunika.example'],
  },
  verification: {
    url: 'https://arunika.example/v/8K2M-4QXT-91',
    address: 'arunika.example/v',
    code: '8K2M-4QXT-91',
  },
  issued: { place: 'Arunika', on: '2026-11-23' },
  footnotes: ['Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik.'],
}

import type { DraftContent, LocalText } from './drafts.ts'
import type { PackedForm, PackedPage } from './pack.ts'

/** Before the answers of the service itself stand those about the applicant; their names begin so. */
const mark = 'pemohon'
export const applicantPageId = 'pemohon'
/** Before the NIK of a member of the family, where the register would give an id. */
const memberMark = 'nik:'

const relations: readonly (readonly [string, LocalText])[] = [
  ['head', { id: 'Kepala keluarga', en: 'Head of family' }],
  ['husband', { id: 'Suami', en: 'Husband' }],
  ['wife', { id: 'Istri', en: 'Wife' }],
  ['child', { id: 'Anak', en: 'Child' }],
  ['parent', { id: 'Orang tua', en: 'Parent' }],
  ['other', { id: 'Lainnya', en: 'Other' }],
]

/**
 * The page that comes before every form: who applies, and how the official knew. What registers would prefill online is
 * copied here from the papers on the table, and compared with the registers when it arrives.
 */
export function applicantPage(packed: PackedForm): PackedPage {
  const isProxy = `answers.${mark}Presence == "proxy"`
  return {
    id: applicantPageId,
    title: { id: 'Pemohon', en: 'The applicant' },
    lead: {
      id: 'Salin dari KTP atau kartu keluarga yang ditunjukkan. Kantor mencocokkannya dengan register setelah terkirim.',
      en: 'Copy from the identity or family card shown to you. The office compares it with the register once sent.',
    },
    groups: [
      {
        fields: [
          {
            id: `${mark}Presence`,
            kind: 'choice',
            label: { id: 'Siapa yang datang', en: 'Who is here' },
            options: [
              { value: 'self', label: { id: 'Pemohon sendiri', en: 'The applicant' } },
              {
                value: 'proxy',
                label: { id: 'Orang lain dengan surat kuasa', en: 'Somebody with a letter of authority' },
              },
            ],
          },
          {
            id: `${mark}ProxyName`,
            kind: 'name',
            when: isProxy,
            label: { id: 'Nama penerima kuasa', en: 'Name of the holder of authority' },
          },
          {
            id: `${mark}Identity`,
            kind: 'choice',
            label: { id: 'Dikenali dari', en: 'Known by' },
            options: [
              { value: 'ktp', label: { id: 'KTP-el asli', en: 'Identity card' } },
              { value: 'kk', label: { id: 'Kartu keluarga', en: 'Family card' } },
              { value: 'other', label: { id: 'Dokumen lain', en: 'Another document' } },
            ],
          },
          { id: `${mark}Nik`, kind: 'nik', sensitive: true, label: { id: 'NIK pemohon', en: 'NIK of the applicant' } },
          {
            id: `${mark}Name`,
            kind: 'name',
            label: { id: 'Nama pemohon', en: 'Name of the applicant' },
            hint: { id: 'Tepat seperti pada KTP.', en: 'Exactly as on the identity card.' },
          },
          {
            id: `${mark}Kk`,
            kind: 'nik',
            sensitive: true,
            required: 'false',
            label: { id: 'Nomor kartu keluarga', en: 'Number of the family card' },
            hint: {
              id: 'Kiriman dari keluarga yang sama dikirim berurutan.',
              en: 'What comes from one family is sent in order.',
            },
          },
          ...(packed.asksForFamily ? [membersField()] : []),
        ],
      },
    ],
  }
}

function membersField() {
  return {
    id: `${mark}Family`,
    kind: 'repeat',
    required: 'false',
    maxItems: 20,
    itemLabel: { id: 'Anggota keluarga', en: 'Family member' },
    label: { id: 'Anggota keluarga menurut kartu keluarga', en: 'Members on the family card' },
    hint: {
      id: 'Tulis mereka yang disebut dalam permohonan ini.',
      en: 'Write down those whom this application is about.',
    },
    fields: [
      { id: 'name', kind: 'name', label: { id: 'Nama', en: 'Name' } },
      { id: 'nik', kind: 'nik', label: { id: 'NIK', en: 'NIK' } },
      {
        id: 'relation',
        kind: 'choice',
        label: { id: 'Hubungan dengan kepala keluarga', en: 'Relation to the head' },
        options: relations.map(([value, label]) => ({ value, label })),
      },
      { id: 'birthOn', kind: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
    ],
  }
}

type Answers = Readonly<Record<string, unknown>>
type Known = Record<string, string | boolean | Record<string, string>[]>

/** What the papers on the table say, as the registers would. */
export function knownFrom(answers: Answers): Known {
  const text = (name: string) => String(answers[`${mark}${name}`] ?? '')
  const nik = text('Nik')
  const rows = answers[`${mark}Family`]
  const family = (Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [])
    .filter((row) => /^\d{16}$/.test(String(row['nik'] ?? '')) && typeof row['birthOn'] === 'string')
    .map((row) => ({
      id: `${memberMark}${row['nik']}`,
      name: String(row['name'] ?? ''),
      nik: String(row['nik']),
      relation: String(row['relation'] ?? 'other'),
      birthOn: String(row['birthOn']),
      sex: sexOf(String(row['nik'])),
    }))
  return {
    ...(nik ? { nik, birthOn: '', sex: sexOf(nik) } : {}),
    ...(text('Name') ? { fullName: text('Name') } : {}),
    hasFamily: true,
    ...(text('Kk') ? { kkNumber: text('Kk') } : {}),
    // Without one the checks that look at it are left to the office.
    ...(family.length > 0 ? { family } : {}),
  }
}

/** A woman's NIK has 40 added to the day. @basis UU 23/2006 pasal 37 */
function sexOf(nik: string): string {
  return Number(nik.slice(6, 8)) > 40 ? 'female' : 'male'
}

/** What the server calls the applicant, out of the answers of the first page. */
export function applicantFrom(answers: Answers) {
  const text = (name: string) => String(answers[`${mark}${name}`] ?? '')
  return {
    nik: text('Nik'),
    fullName: text('Name'),
    presence: text('Presence'),
    identity: text('Identity'),
    ...(text('Presence') === 'proxy' ? { proxyName: text('ProxyName') } : {}),
  }
}

/** The answers of the service itself. */
export function serviceAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !id.startsWith(mark)))
}

/** Under which items are of one family. */
export function familyOf(answers: Answers): string {
  return String(answers[`${mark}Kk`] || answers[`${mark}Nik`] || '')
}

/** Of whom a draft is, for the list. */
export function subjectOf(content: Pick<DraftContent, 'answers'>): string {
  const { answers } = content
  return String(answers['childName'] || answers[`${mark}Name`] || '')
}

/** Where the server says the applicant, the form has its own questions. */
export function fieldOfPath(path: string): string {
  const names: Record<string, string> = { 'applicant.nik': `${mark}Nik`, 'applicant.fullName': `${mark}Name` }
  return names[path] ?? path
}

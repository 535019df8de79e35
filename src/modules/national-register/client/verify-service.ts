import { z } from 'zod'
import type { OutsideEndpoint } from '#kernel/outside/call-service.ts'
import {
  type ElementName,
  type Elements,
  elementNames,
  type FetchOutcome,
  type Inactive,
  type NationalPerson,
  type VerifyOutcome,
} from '../port/national-register.ts'
import { type Away, away } from '../port/outcome.ts'
import { ask, faultInWords, faultOf, jsonOf, plainWords } from './read-answer.ts'

/** The right of access that the Directorate General gives an institution. */
export interface VerifyAccess {
  /** Name of the institution in the address. */
  readonly customer: string
  readonly user: string
  readonly password: string
  /** Address that was registered with the right. */
  readonly ip: string
  /** Likeness in per cent from which names and places count as the same. */
  readonly threshold: number
}

/** Names of the elements in the web service, among them its own spelling TRESHOLD. */
const elementFields: Readonly<Record<ElementName, string>> = {
  kkNumber: 'NO_KK',
  fullName: 'NAMA_LGKP',
  sex: 'JENIS_KLMIN',
  birthPlace: 'TMPT_LHR',
  birthOn: 'TGL_LHR',
  motherName: 'NAMA_LGKP_IBU',
  address: 'ALAMAT',
}

const word = z.union([z.string(), z.number()]).transform(String).nullish()
const content = z.object({ content: z.array(z.record(z.string(), word)).min(1) })
type Row = Readonly<Record<string, string | null | undefined>>

/** The web service of the right of access, as institutions use it: elements are compared, or a person is shown. */
export function openVerifyService(endpoint: OutsideEndpoint, access: VerifyAccess) {
  const path = (method: string) => `/dukcapil/get_json/${encodeURIComponent(access.customer)}/${method}`
  return {
    verifyNik: (nik: string, elements: Elements): Promise<VerifyOutcome> => {
      const asked = elementNames.filter((name) => elements[name] !== undefined)
      const body = {
        USER_ID: access.user,
        PASSWORD: access.password,
        IP_USER: access.ip,
        TRESHOLD: String(access.threshold),
        NIK: nik,
        ...Object.fromEntries(asked.map((name) => [elementFields[name], written(name, elements[name] ?? '')])),
      }
      return ask<VerifyOutcome>(endpoint, { method: 'POST', path: path('CALL_VERIFY_BY_ELEMEN'), body }, (answer) => {
        const row = rowOf(jsonOf(answer))
        if (!row || answer.status >= 300) return faultOf(answer)
        const said = refusalIn(row)
        if (said) return said
        if (!isAbout(row, nik)) return away('wrong-answer', true)
        const compared = asked.map((name) => [name, likenessOf(row[elementFields[name]])] as const)
        // An element that was sent and is not spoken of makes the whole answer one of another question.
        if (compared.some(([, likeness]) => likeness === undefined)) return away('unreadable', true)
        return {
          kind: 'verified',
          elements: Object.fromEntries(
            compared.map(([name, likeness = 0]) => [name, { same: likeness >= access.threshold, likeness }]),
          ),
        }
      })
    },
    fetchPerson: (nik: string): Promise<FetchOutcome> => {
      const body = { NIK: nik, user_id: access.user, password: access.password, ip_user: access.ip }
      return ask<FetchOutcome>(endpoint, { method: 'POST', path: path('CALL_NIK'), body }, (answer) => {
        const row = rowOf(jsonOf(answer))
        if (!row || answer.status >= 300) return faultOf(answer)
        const said = refusalIn(row)
        if (said) return said
        if (row['NIK'] !== nik) return away(row['NIK'] ? 'wrong-answer' : 'unreadable', true)
        return { kind: 'found', person: personIn(nik, row) }
      })
    },
  }
}

const rowOf = (value: unknown): Row | undefined => content.safeParse(value).data?.content[0]

const inactiveCodes: Readonly<Record<string, Inactive>> = { '11': 'dead', '12': 'double', '14': 'inactive' }
const notFoundCodes = ['08', '13', '15']

/** A row that bears RESPON or a code other than 00 speaks of the request, not of a person. */
function refusalIn(
  row: Row,
): Away | { kind: 'not-found'; words: string } | { kind: 'inactive'; why: Inactive; words: string } | undefined {
  const code = row['RESPONSE_CODE'] ?? ''
  const words = plainWords(row['RESPON'] ?? row['RESPONSE_DESC'] ?? row['RESPONSE'] ?? '')
  if (code === '00' || (code === '' && words === '')) return undefined
  const why = inactiveCodes[code] ?? inactiveInWords(words)
  if (why) return { kind: 'inactive', why, words }
  if (notFoundCodes.includes(code) || /tidak ditemukan/i.test(words)) return { kind: 'not-found', words }
  return away(faultInWords(words) ?? 'unreadable', true, words)
}

function inactiveInWords(words: string): Inactive | undefined {
  if (!/data ditemukan/i.test(words)) return undefined
  if (/meninggal/i.test(words)) return 'dead'
  if (/ganda/i.test(words)) return 'double'
  return /tidak aktif|non aktif/i.test(words) ? 'inactive' : undefined
}

/** It gives the NIK back, or says "Sesuai" in its place. */
const isAbout = (row: Row, nik: string): boolean =>
  row['NIK'] === undefined || row['NIK'] === nik || /^sesuai\b/i.test(row['NIK'] ?? '')

/** "Sesuai (92)" is 92, "Sesuai" 100, "Tidak Sesuai (40)" 0: what it calls different is different. */
export function likenessOf(text: string | null | undefined): number | undefined {
  const [said, not, likeness] = /^\s*(tidak\s+)?sesuai(?:\s*\((\d{1,3})\))?\s*$/i.exec(text ?? '') ?? []
  if (said === undefined) return undefined
  return not ? 0 : Number(likeness ?? 100)
}

function written(name: ElementName, value: string): string {
  if (name === 'birthOn') return value.split('-').reverse().join('-')
  if (name === 'sex') return value === 'male' ? 'Laki-Laki' : 'Perempuan'
  return value
}

function personIn(nik: string, row: Row): NationalPerson {
  const sex = row['JENIS_KLMIN']?.toLowerCase()
  return {
    nik,
    fullName: row['NAMA_LGKP'] ?? undefined,
    sex: sex?.startsWith('l') ? 'male' : sex?.startsWith('p') ? 'female' : undefined,
    birthPlace: row['TMPT_LHR'] ?? undefined,
    birthOn: isoDay(row['TGL_LHR']),
    religion: row['AGAMA'] ?? undefined,
    motherName: row['NAMA_LGKP_IBU'] ?? undefined,
    fatherName: row['NAMA_LGKP_AYAH'] ?? undefined,
    kkNumber: /^\d{16}$/.test(row['NO_KK'] ?? '') ? (row['NO_KK'] ?? undefined) : undefined,
  }
}

/** Written with the year first or last. */
function isoDay(text: string | null | undefined): string | undefined {
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})/.exec(text ?? '') ?? []
  const iso = year ? `${year}-${month}-${day}` : (text ?? '').slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : undefined
}

import type { Random } from '../../../demo/random.ts'

/** Somebody in the population register who works for the government. */
export interface Candidate {
  readonly personId: string
  readonly name: string
  readonly sex: string
  readonly birthOn: string
  readonly education: string
  /** Key of a known person. */
  readonly known?: string | undefined
}

export interface DemoOfficial extends Candidate {
  readonly id: string
  readonly employeeNumber: string
  readonly displayName: string
  readonly joinedOn: Temporal.PlainDate
}

/** Names as their letters show them. */
const knownTitles: Readonly<Record<string, string>> = {
  wening: 'Dr. Wening Hapsari, M.Si.',
  laras: 'Laras Prameswari, S.Sos.',
  bagas: 'Bagas Nugraha, S.IP.',
  ratih: 'Ratih Kusumaningrum, S.Kom.',
  yusuf: 'Yusuf Maulana, S.Kom.',
  kartika: 'Ni Luh Ayu Kartika, S.E., M.Ak.',
}
const bachelors = [
  'S.Sos.',
  'S.E.',
  'S.Kom.',
  'S.H.',
  'S.T.',
  'S.Pd.',
  'S.IP.',
  'S.Si.',
  'S.A.P.',
  'S.Hut.',
  'S.P.',
  'S.Ak.',
]
const masters = ['M.Si.', 'M.M.', 'M.A.P.', 'M.H.', 'M.T.', 'M.Ak.']

/** Gives out employee numbers; no two are the same. */
export class EmployeeBook {
  private readonly last = new Map<string, number>()

  /**
   * NIP: birth date, month of appointment, sex, sequence.
   * @basis Perka BKN 22/2007 (nomor identitas pegawai negeri sipil)
   */
  number(birthOn: string, joinedOn: Temporal.PlainDate, sex: string): string {
    const appointed = joinedOn.toString().slice(0, 7).replace('-', '')
    const prefix = `${birthOn.replaceAll('-', '')}${appointed}${sex === 'male' ? 1 : 2}`
    const sequence = (this.last.get(prefix) ?? 0) + 1
    this.last.set(prefix, sequence)
    return `${prefix}${String(sequence).padStart(3, '0')}`
  }
}

export function drawOfficial(
  candidate: Candidate,
  id: string,
  today: Temporal.PlainDate,
  book: EmployeeBook,
  random: Random,
): DemoOfficial {
  const born = Temporal.PlainDate.from(candidate.birthOn)
  const wished = born.add({ years: 22, days: random.between(300, 2600) }).with({ day: 1 })
  const latest = today.subtract({ days: 250 }).with({ day: 1 })
  const joinedOn = Temporal.PlainDate.compare(wished, latest) > 0 ? latest : wished
  return {
    ...candidate,
    id,
    joinedOn,
    employeeNumber: book.number(candidate.birthOn, joinedOn, candidate.sex),
    displayName: (candidate.known && knownTitles[candidate.known]) || titled(candidate, random),
  }
}

function titled({ name, education }: Candidate, random: Random): string {
  if (education.includes('Diploma III')) return `${name}, A.Md.`
  if (education.includes('Strata II')) return `${name}, ${random.pick(bachelors)}, ${random.pick(masters)}`
  if (education.includes('Strata I')) {
    const more = random.chance(0.25) ? `, ${random.pick(masters)}` : ''
    return `${name}, ${random.pick(bachelors)}${more}`
  }
  return name
}

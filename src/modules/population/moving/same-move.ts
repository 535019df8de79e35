import type { SameEvent } from '#modules/field-counter/index.ts'
import { findPersonByNik, getFamily, listFamilyMembers } from '#modules/people/index.ts'
import type { Answers } from '#modules/services/index.ts'
import type { GivenAddress } from './answers.ts'
import { findHandedIn } from './queries/transfers.ts'

/** Two of one family report it, or one of them at two counters: the same people move. */
const sameFamily: Pick<SameEvent, 'applicants' | 'isSame'> = {
  async applicants(db, applicant) {
    if (!applicant.familyId) return [applicant.id]
    return (await listFamilyMembers(db, applicant.familyId)).map((member) => member.id)
  },
  isSame(mine, other) {
    if (mine['moving'] === 'all' || other['moving'] === 'all') return true
    const theirs = moversIn(other)
    return moversIn(mine).some((id) => theirs.includes(id))
  },
}

const moversIn = (answers: Answers) => (Array.isArray(answers['movers']) ? answers['movers'].map(String) : [])

/** Inside the region: settled once the card bears the new address. */
export const sameMoveWithin: SameEvent = {
  ...sameFamily,
  async inRegister(tenant, db, answers, applicantNik) {
    const given = answers['newAddress'] as GivenAddress | undefined
    if (!given) return undefined
    const applicant = await findPersonByNik(tenant, db, applicantNik)
    if (!applicant?.familyId) return undefined
    const { address, rt, rw, villageCode } = await getFamily(db, applicant.familyId)
    const isThere =
      villageCode === given.area &&
      Number(rt) === Number(given.rt) &&
      Number(rw) === Number(given.rw) &&
      plain(address) === plain(given.street)
    if (!isThere) return undefined
    return {
      id: 'Kartu keluarga pemohon sudah memuat alamat ini; perpindahannya sudah dicatat.',
      en: 'The applicant’s family card bears this address already; the move was recorded.',
    }
  },
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Out of the region: settled once they are not residents any more. */
export const sameMoveOut: SameEvent = {
  ...sameFamily,
  async inRegister(tenant, db, _answers, applicantNik) {
    const applicant = await findPersonByNik(tenant, db, applicantNik)
    if (applicant?.status !== 'moved') return undefined
    return {
      id: 'Pemohon sudah tercatat pindah dari daerah ini.',
      en: 'The applicant is recorded as moved from this region already.',
    }
  },
}

/** Into the region: a letter is handed in once, and nobody arrives who is here. */
export const sameMoveIn: SameEvent = {
  isSame: (mine, other) => arrivalsIn(mine).some((nik) => arrivalsIn(other).includes(nik)),
  async inRegister(tenant, db, answers) {
    const number = answers['letterNumber']
    if (typeof number === 'string' && number && (await findHandedIn(db, number))) {
      return {
        id: `Surat pindah ${number} sudah pernah diserahkan di sini.`,
        en: `Moving letter ${number} was handed in here before.`,
      }
    }
    for (const nik of arrivalsIn(answers)) {
      const person = await findPersonByNik(tenant, db, nik)
      if (person?.status === 'active') {
        return {
          id: `${person.fullName} sudah tercatat sebagai penduduk di sini.`,
          en: `${person.fullName} is registered as a resident here already.`,
        }
      }
    }
    return undefined
  },
}

function arrivalsIn(answers: Answers): string[] {
  const rows = Array.isArray(answers['arrivals']) ? (answers['arrivals'] as { readonly nik?: string }[]) : []
  return rows.flatMap((row) => row.nik ?? [])
}

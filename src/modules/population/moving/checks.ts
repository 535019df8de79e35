import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, findPersonByNik, getFamily, getPerson, listFamilyMembers } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { findNeighbourhood, whyNotThere } from '#modules/territory/index.ts'
import type { GivenAddress } from './answers.ts'
import { findHandedIn } from './queries/transfers.ts'

const row = (field: string, tone: RegisterCheck['tone'], id: string, en: string): RegisterCheck => ({
  field,
  tone,
  say: { id, en },
})

/** What the register answers to a move, row by row: who moves, onto whose card, into which neighbourhood. */
export async function movingChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  return [
    ...(await onMovers(db, answers, applicantPersonId)),
    ...(await onArrivals(tenant, db, answers)),
    ...(await onHost(tenant, db, answers)),
    ...(await onAddress(db, answers)),
    ...(await onLetter(db, answers)),
  ]
}

async function onMovers(db: AnyHandle, answers: Answers, applicantId: string): Promise<RegisterCheck[]> {
  if (answers['moving'] === undefined) return []
  const applicant = await getPerson(db, applicantId)
  const all = applicant.familyId ? await listFamilyMembers(db, applicant.familyId) : []
  const chosen = Array.isArray(answers['movers']) ? (answers['movers'] as string[]) : []
  const field = answers['moving'] === 'all' ? 'moving' : 'movers'
  const movers = answers['moving'] === 'all' ? all : await Promise.all(chosen.map((id) => findPerson(db, id)))
  const checks: RegisterCheck[] = []
  for (const mover of movers) {
    if (!mover) checks.push(row(field, 'late', 'tidak ada pada register', 'not in the register'))
    else if (mover.status !== 'active')
      checks.push(
        row(field, 'late', `${mover.fullName} tidak lagi penduduk di sini`, `${mover.fullName} no longer lives here`),
      )
    else if (mover.checkReason)
      checks.push(
        row(field, 'late', `data ${mover.fullName} sedang diperiksa`, `the data of ${mover.fullName} are under check`),
      )
    else checks.push(...(await onOpenTransfer(db, field, mover.id, mover.fullName)))
  }
  return checks.length > 0 ? checks : [row(field, 'good', 'semuanya penduduk di sini', 'all of them live here')]
}

async function onOpenTransfer(db: AnyHandle, field: string, personId: string, name: string): Promise<RegisterCheck[]> {
  const open = await db
    .selectFrom('population.transfer_person')
    .select('transfer_id')
    .where('person_id', '=', personId)
    .where('is_open', '=', true)
    .executeTakeFirst()
  return open ? [row(field, 'late', `${name} sedang dalam perpindahan lain`, `${name} is in another move`)] : []
}

async function onArrivals(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const rows = Array.isArray(answers['arrivals']) ? (answers['arrivals'] as { nik?: string }[]) : []
  const checks: RegisterCheck[] = []
  for (const { nik } of rows) {
    const known = nik ? await findPersonByNik(tenant, db, nik) : undefined
    if (!known) continue
    const said = known.status === 'moved' || known.status === 'void'
    checks.push(
      said
        ? row(
            'arrivals',
            'info',
            `${known.fullName} pernah tinggal di sini; barisnya dipakai lagi`,
            `${known.fullName} lived here before and returns`,
          )
        : row(
            'arrivals',
            'late',
            `${known.fullName} sudah ada pada register di sini`,
            `${known.fullName} is in this register already`,
          ),
    )
  }
  return checks.length > 0 || rows.length === 0
    ? checks
    : [row('arrivals', 'good', 'belum ada pada register di sini', 'not in this register yet')]
}

async function onHost(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  for (const field of ['hostNik', 'hostNikByLetter'] as const) {
    const nik = answers[field]
    if (typeof nik !== 'string' || !nik) continue
    const host = await findPersonByNik(tenant, db, nik)
    const family = host?.familyId && host.status === 'active' ? await getFamily(db, host.familyId) : undefined
    if (!host || !family) return [row(field, 'late', 'tidak ada pada kartu keluarga di sini', 'on no family card here')]
    return [
      family.headPersonId === host.id
        ? row(field, 'good', `kepala keluarga: ${host.fullName}`, `heads that card: ${host.fullName}`)
        : row(field, 'late', 'bukan kepala keluarga pada kartunya', 'does not head that card'),
    ]
  }
  return []
}

async function onAddress(db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const address = answers['newAddress'] as GivenAddress | undefined
  if (!address?.area) return []
  const place = { villageCode: address.area, rt: address.rt, rw: address.rw }
  const standing = await findNeighbourhood(db, place)
  const why = whyNotThere(place, standing)
  if (why) return [{ field: 'newAddress', tone: 'late', say: why }]
  return standing.kind === 'unlisted'
    ? [row('newAddress', 'info', 'desa ini belum punya daftar RT/RW', 'this village has no list of neighbourhoods yet')]
    : [row('newAddress', 'good', 'RT/RW ini ada', 'this neighbourhood stands')]
}

/** A letter of another region is handed in once. */
async function onLetter(db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const number = answers['letterNumber']
  if (typeof number !== 'string' || !number) return []
  const used = await findHandedIn(db, number)
  if (!used) return [row('letterNumber', 'good', 'belum pernah diserahkan di sini', 'not handed in here before')]
  return used.channel === 'peer'
    ? [
        row(
          'letterNumber',
          'late',
          'daerah asal mengirimnya secara elektronik: pakai meja perpindahan',
          'the origin sent it electronically: use the desk of moves',
        ),
      ]
    : [row('letterNumber', 'late', 'surat ini sudah pernah diserahkan', 'this letter was handed in before')]
}

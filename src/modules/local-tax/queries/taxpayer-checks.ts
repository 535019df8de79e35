import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson } from '#modules/people/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { listAlike } from './taxpayer-facts.ts'
import { findTaxpayerOf } from './taxpayers.ts'

/** Whether somebody or something of a registration stands in the register already, under this or another name. */
export async function registrationChecks(
  _tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  personId: string,
): Promise<RegisterCheck[]> {
  const isFirm = answers['taxpayerKind'] === 'firm'
  const name = isFirm ? String(answers['firmName'] ?? '') : (await getPerson(db, personId)).fullName
  const own = isFirm ? undefined : await findTaxpayerOf(db, { personId })
  const field = isFirm ? 'firmName' : 'fullName'
  const alike = (await listAlike(db, name)).filter(({ npwpd }) => npwpd !== own?.npwpd)
  const named = alike.map((each) => `${each.name} (${each.npwpd})`).join('; ')
  return [
    own
      ? known(field, own.npwpd)
      : {
          field,
          tone: 'good',
          say: { id: 'belum terdaftar sebagai wajib pajak', en: 'not registered as a taxpayer yet' },
        },
    ...(named
      ? [{ field, tone: 'soon' as const, say: { id: `nama yang mirip: ${named}`, en: `names much alike: ${named}` } }]
      : []),
    ...(await objectChecks(db, answers)),
  ]
}

const known = (field: string, npwpd: string): RegisterCheck => ({
  field,
  tone: 'late',
  say: { id: `sudah terdaftar dengan NPWPD ${npwpd}`, en: `registered already under NPWPD ${npwpd}` },
})

/** Objects of the same name in the same village, whoever runs them. */
async function objectChecks(db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const objects = (answers['objects'] ?? []) as unknown as readonly { objectKind: string; objectName: string }[]
  const names = objects.map(({ objectName }) => objectName.toLowerCase())
  if (names.length === 0) return []
  const found = await db
    .selectFrom('local_tax.object')
    .select(['code', 'name'])
    .where('village_code', '=', String(answers['objectsVillage'] ?? ''))
    .where((eb) => eb.fn('lower', ['name']), 'in', names)
    .where('kind', '<>', 'land')
    .where('state', '=', 'active')
    .limit(5)
    .execute()
  return found.map(({ code, name }) => ({
    field: 'objects',
    tone: 'soon',
    say: { id: `${name} sudah terdaftar dengan nomor ${code}`, en: `${name} is registered already as ${code}` },
  }))
}

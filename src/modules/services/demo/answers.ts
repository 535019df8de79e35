import type { Client } from 'pg'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Random } from '../../../demo/random.ts'
import { nameKeys, nikToken } from '../case/search-tokens.ts'
import type { Answer } from '../definition/expressions.ts'
import type { PlannedCase } from './plan.ts'

export interface DemoMother {
  readonly id: string
  readonly name: string
  readonly nik: string
  readonly villageCode: string
  readonly fatherName: string
  readonly fatherNik: string
  /** What her cases are found by. */
  readonly tokens: readonly string[]
}

/** Married women of an age to have children, up to as many as variety needs. */
export async function listDemoMothers(owner: Client, tenant: Tenant): Promise<DemoMother[]> {
  const { rows } = await owner.query<{
    id: string
    full_name: string
    nik_sealed: Buffer
    village_code: string
    father_name: string
    father_nik: Buffer
  }>(
    `select w.id, w.full_name, w.nik_sealed, f.village_code, h.full_name as father_name, h.nik_sealed as father_nik
     from people.person w join people.family f on f.id = w.family_id
     join people.person h on h.family_id = w.family_id and h.family_relation in ('head', 'husband') and h.sex = 'male'
     where w.sex = 'female' and w.family_relation = 'wife' and w.birth_on > current_date - interval '48 years'
     order by w.id limit 20000`,
  )
  return rows.map((row) => {
    const nik = tenant.cipher.open(row.nik_sealed, 'people.person.nik')
    return {
      id: row.id,
      name: row.full_name,
      nik,
      villageCode: row.village_code,
      fatherName: row.father_name,
      fatherNik: tenant.cipher.open(row.father_nik, 'people.person.nik'),
      tokens: [...nameKeys(row.full_name), nikToken(tenant, nik)],
    }
  })
}

const girls = [
  'Kirana',
  'Anindya',
  'Nayla',
  'Zahra',
  'Putri',
  'Dewi',
  'Ayu',
  'Made',
  'Maria',
  'Debora',
  'Laila',
  'Cahaya',
  'Intan',
  'Melati',
  'Sri',
]
const boys = [
  'Damar',
  'Arjuna',
  'Bagas',
  'Rizky',
  'Fajar',
  'Bayu',
  'Gilang',
  'Ketut',
  'Yosef',
  'Daniel',
  'Hasan',
  'Surya',
  'Bintang',
  'Rangga',
  'Agus',
]
const seconds = [
  'Ayu',
  'Lestari',
  'Pratama',
  'Wibowo',
  'Maharani',
  'Saputra',
  'Nugraha',
  'Permata',
  'Kusuma',
  'Hidayat',
  'Anggraini',
  'Santoso',
  'Utami',
  'Ramadhan',
  'Simbolon',
  'Tanjung',
]

export function demoAnswers(mother: DemoMother, plan: PlannedCase, random: Random): Record<string, Answer> {
  const isGirl = random.chance(0.49)
  const family = mother.fatherName.split(' ').at(-1) ?? random.pick(seconds)
  const bornOn = plan.submittedAt
    .toZonedDateTimeISO('Asia/Jakarta')
    .toPlainDate()
    .subtract({ days: random.between(1, random.chance(0.1) ? 120 : 20) })
  return {
    childName: `${random.pick(isGirl ? girls : boys)} ${random.pick(seconds)} ${family}`,
    childSex: isGirl ? 'female' : 'male',
    birthOn: bornOn.toString(),
    birthTime: `${String(random.between(0, 23)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`,
    birthPlace: 'Arunika',
    facility: random.pick(['hospital', 'health-centre', 'midwife', 'home']),
    birthKind: random.chance(0.02) ? 'twin' : 'single',
    childOrder: random.between(1, 4),
    weight: random.between(24, 39) / 10,
    motherNik: mother.nik,
    motherName: mother.name,
    parentage: 'married',
    fatherNik: mother.fatherNik,
    fatherName: mother.fatherName,
    marriageNumber: `9901-KW-${random.between(10, 28)}0${random.between(1, 9)}20${random.between(10, 24)}-00${random.between(10, 99)}`,
    informantRelation: 'mother',
    phone: `0812${String(random.between(10000000, 99999999))}`,
    proof: 'letter',
    letterNumber: `SKL/${random.between(100, 999)}/${bornOn.year}`,
  }
}

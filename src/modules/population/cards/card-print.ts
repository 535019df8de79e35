import type { AnyHandle } from '#kernel/db/database.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getFamily, getPerson, maritalStatusLabels, openKkNumber, openNik } from '#modules/people/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'
import type { Card } from './queries/cards.ts'
import type { CardPrint } from './views/card-picture.tsx'

const sexes = { male: 'LAKI-LAKI', female: 'PEREMPUAN' } as const

/** What a card prints of its holder as the register has it now. @basis Perpres 96/2018 pasal 15; Permendagri 2/2016 lampiran */
export async function cardPrint(
  tenant: Tenant,
  db: AnyHandle,
  card: Pick<Card, 'personId' | 'kind' | 'withPhoto' | 'expiresOn'>,
): Promise<CardPrint> {
  const person = await getPerson(db, card.personId)
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const [province, regency, district, village] = family ? await getAreaPath(db, family.villageCode) : []
  const born = `${person.birthPlace}, ${person.birthOn.split('-').reverse().join('-')}`
  const common = [
    { label: 'Nama', value: person.fullName.toUpperCase() },
    { label: 'Tempat/Tgl Lahir', value: born },
    { label: 'Jenis kelamin', value: sexes[person.sex] },
  ]
  const place = [
    { label: 'Alamat', value: family?.address ?? '-' },
    { label: 'RT/RW', value: family ? `${family.rt}/${family.rw}` : '-' },
    { label: 'Kel/Desa', value: village?.name ?? '-' },
    { label: 'Kecamatan', value: district?.name ?? '-' },
  ]
  const head = family?.headPersonId ? await getPerson(db, family.headPersonId) : undefined
  const until = card.expiresOn ? formatDay(Temporal.PlainDate.from(card.expiresOn), 'id') : 'SEUMUR HIDUP'
  const rows =
    card.kind === 'kia'
      ? [
          ...common,
          { label: 'No. KK', value: family ? openKkNumber(tenant, family) : '-' },
          { label: 'Kepala keluarga', value: head?.fullName ?? '-' },
          { label: 'No. akta lahir', value: person.birthCertificateNumber ?? '-' },
          ...place,
          { label: 'Berlaku hingga', value: until },
        ]
      : [
          ...common.slice(0, 2),
          { label: 'Jenis kelamin', value: `${sexes[person.sex]}   Gol. darah: ${person.bloodType ?? '-'}` },
          ...place,
          { label: 'Agama', value: person.religion },
          { label: 'Status', value: maritalStatusLabels[person.maritalStatus].id },
          { label: 'Pekerjaan', value: person.occupation },
          { label: 'Kewarganegaraan', value: person.citizenship },
          { label: 'Berlaku hingga', value: until },
        ]
  return {
    kind: card.kind,
    province: province?.name ?? '',
    regency: regency?.name ?? '',
    nik: openNik(tenant, person),
    withPhoto: card.withPhoto,
    rows,
    ...(card.kind === 'kia'
      ? {
          back: [
            { label: 'Nama', value: person.fullName.toUpperCase() },
            { label: 'Anak dari', value: [person.fatherName, person.motherName].filter(Boolean).join(' dan ') || '-' },
            { label: 'Golongan darah', value: person.bloodType ?? '-' },
            { label: 'Berlaku hingga', value: until },
          ],
        }
      : {}),
    footer: regency?.name.replace(/^(Kabupaten|Kota) /, '') ?? '',
  }
}

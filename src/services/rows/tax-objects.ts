import type { ServiceInput } from '#modules/services/index.ts'

type Field = ServiceInput['form']['pages'][number]['groups'][number]['fields'][number]
type Column = NonNullable<Field['fields']>[number]

/** Kinds of what is taxed beside land, as the register of objects names them. */
const kinds: NonNullable<Column['options']> = [
  { value: 'restaurant', label: { id: 'Rumah makan, kafe, katering', en: 'Restaurant, café, catering' } },
  { value: 'hotel', label: { id: 'Hotel, penginapan, rumah kos', en: 'Hotel, guest house' } },
  { value: 'parking', label: { id: 'Tempat parkir', en: 'Car park' } },
  { value: 'entertainment', label: { id: 'Kesenian dan hiburan', en: 'Arts and entertainment' } },
  { value: 'billboard', label: { id: 'Reklame', en: 'Billboard' } },
  { value: 'well', label: { id: 'Sumur air tanah', en: 'Groundwater well' } },
]

/** What is run and taxed: each with its kind, place and the figure by which it is known. */
export function taxedObjects(own: { readonly minItems: number; readonly when?: string }): Field[] {
  return [
    {
      id: 'objects',
      kind: 'repeat',
      ...(own.when ? { when: own.when } : {}),
      minItems: own.minItems,
      maxItems: 10,
      label: { id: 'Objek pajak yang Anda kelola', en: 'What you run that is taxed' },
      itemLabel: { id: 'Objek', en: 'Object' },
      fields: [
        { id: 'objectKind', kind: 'choice', options: kinds, label: { id: 'Jenis objek', en: 'Kind' } },
        { id: 'objectName', kind: 'text', min: 3, max: 150, label: { id: 'Nama objek', en: 'Name' } },
        {
          id: 'objectPlace',
          kind: 'text',
          min: 5,
          max: 200,
          label: { id: 'Jalan dan nomor', en: 'Street and number' },
        },
        {
          id: 'size',
          kind: 'number',
          min: 1,
          max: 999_999,
          decimals: 2,
          label: {
            id: 'Jumlah kursi, kamar, petak parkir atau pengunjung; luas reklame (m²); kedalaman sumur (m)',
            en: 'Seats, rooms, parking places or visitors; area of the billboard (m²); depth of the well (m)',
          },
        },
        {
          id: 'sides',
          kind: 'number',
          min: 1,
          max: 12,
          when: 'row.objectKind == "billboard"',
          label: { id: 'Jumlah sisi reklame', en: 'Sides of the billboard' },
        },
      ],
    },
    {
      id: 'objectsVillage',
      kind: 'area',
      ...(own.when ? { when: own.when } : {}),
      prefill: 'fact(known, "villageCode")',
      label: { id: 'Desa atau kelurahan objek', en: 'Village of the objects' },
      hint: {
        id: 'Objek di desa lain didaftarkan dengan pengajuan tersendiri.',
        en: 'Objects in another village are registered by an application of their own.',
      },
      checks: [
        {
          holds: 'answers.objectsVillage == "" || answers.objectsVillage.startsWith(fact(known, "regionCode"))',
          say: {
            id: 'Pilih desa atau kelurahan di daerah ini; objek di daerah lain dipajaki daerah itu.',
            en: 'Choose a village of this region; objects elsewhere are taxed there.',
          },
          basis: 'UU 1/2022 pasal 4',
        },
      ],
    },
  ]
}

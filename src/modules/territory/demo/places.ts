/*
 * The invented region. Single names occur in Indonesia, as they must to sound right, but no regency has
 * this set of districts; codes under 99 are not given out by the ministry.
 */

export const demoProvince = { code: '99', name: 'Nusa Kencana' } as const
export const demoRegency = { code: '99.01', name: 'Kabupaten Arunika' } as const

/** Districts in rows of four as they lie on the map, north first; villages likewise. `*` marks a kelurahan. */
const districtNames: readonly (readonly [name: string, villages: string])[] = [
  [
    'Arunika Kota',
    '*Kencanasari, *Pasar Arum, *Panggung Rawi, *Alun Kencana, *Teluk Lembut, *Sendang Wangi, Jatimekar, Wanapuri, Sukabanyu',
  ],
  ['Mekarsari', '*Mekarsari, Sukawening, Ciwulan Rahayu, Banjarwangi, Kertalembah, Sindangkasih'],
  [
    'Cempaka',
    'Cempakajaya, Tegalarum, Karangwuni, Sumbermelati, Gunungsekar, Wonoasih, Margolaras, Sidoluhur, Ngestirejo',
  ],
  ['Tirtasari', '*Tirtasari, Banyubening, Kedungwaru, Umbulrejo, Sendanggede, Telagamukti'],
  [
    'Lembayung',
    'Lembayungsari, Senjaraya, Ujunglayar, Pantaicermin, Tanjungpelita, Nelayanjaya, Karangbiru, Muaraselasih, Pasirputih Laut',
  ],
  ['Wanasari', 'Wanasejati, Giriwening, Rimbamulya, Puncaksari, Hargolestari, Jatirimba'],
  [
    'Karangjati Luhur',
    'Karangluhur, Batutumpang, Candirenggo, Padasmukti, Watugilang, Bukitharapan, Selomanik, Tegalwatu, Ranubaya',
  ],
  ['Puspasagara', 'Puspasari, Samudramulya, Teratailaut, Segaraputih, Kembangsono, Nusapuspa'],
]

export interface DemoVillage {
  readonly code: string
  readonly name: string
  readonly districtCode: string
  readonly postalCode: string
}

export interface DemoDistrict {
  readonly code: string
  readonly name: string
  readonly villages: readonly DemoVillage[]
}

/**
 * Kelurahan are numbered from 1001 and desa from 2001, the last three digits running through the district.
 * @basis Permendagri 72/2019
 */
export const demoDistricts: readonly DemoDistrict[] = districtNames.map(([name, villages], index) => {
  const code = `${demoRegency.code}.${String(index + 1).padStart(2, '0')}`
  return {
    code,
    name,
    villages: villages.split(', ').map((village, at) => ({
      code: `${code}.${village.startsWith('*') ? 1 : 2}${String(at + 1).padStart(3, '0')}`,
      name: village.replace('*', ''),
      districtCode: code,
      postalCode: `99${index + 1}${String(at + 11).padStart(2, '0')}`,
    })),
  }
})

export const demoVillages: readonly DemoVillage[] = demoDistricts.flatMap((district) => district.villages)

const streetWords =
  'Kenanga Melati Mawar Anggrek Cempaka Flamboyan Dahlia Teratai Kamboja Bougenvil Seruni Wijayakusuma Cendana Mahoni Angsana Beringin Ketapang Trembesi Kepodang Cendrawasih Merpati Kutilang Jalak Elang Rajawali Camar Pelikan Tirta Samudra Bahari Pancuran Lumbung Sawah Kebun'.split(
    ' ',
  )

/** Streets of a village, the same at every load: 24 to 32, the first ones in every village. */
export function demoStreets(village: DemoVillage): string[] {
  const start = Number(village.code.slice(-3)) + Number(village.districtCode.slice(-2)) * 5
  const words = Array.from(
    { length: 14 },
    (_, index) => streetWords[(start + index * 3) % streetWords.length] as string,
  )
  const streets = ['Jalan Raya', 'Jalan Balai Desa', 'Jalan Kenanga', ...words.map((word) => `Jalan ${word}`)]
  const lanes = words.slice(0, 10 + (start % 5)).map((word, index) => `Gang ${word} ${(index % 4) + 1}`)
  return [...new Set([...streets, ...lanes])]
}

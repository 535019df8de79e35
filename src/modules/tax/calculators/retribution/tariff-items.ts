import type { LocalText } from '#kernel/i18n/texts.ts'

interface Item<Value extends string> {
  readonly value: Value
  readonly label: LocalText
  /** What the tariff is for: "per m² dan hari". */
  readonly per: LocalText
}

function item<const Value extends string>(
  value: Value,
  id: string,
  en: string,
  per: readonly [string, string],
): Item<Value> {
  return { value, label: { id: `${id}, per ${per[0]}`, en: `${en}, each ${per[1]}` }, per: { id: per[0], en: per[1] } }
}

/** What regions ask a retribution for; the tariff of each stands in their regulation. */
export const tariffItems = [
  item('health-visit', 'Puskesmas, rawat jalan', 'Health centre, visit', ['kunjungan', 'visit']),
  item('health-inpatient-day', 'Puskesmas, rawat inap', 'Health centre, bed', ['hari', 'day']),
  item('health-laboratory', 'Puskesmas, laboratorium', 'Health centre, laboratory', ['pemeriksaan', 'test']),
  item('health-ambulance-km', 'Ambulans', 'Ambulance', ['kilometer', 'kilometre']),
  item('waste-household', 'Sampah rumah tangga', 'Waste of a household', ['rumah dan bulan', 'house and month']),
  item('waste-small-business', 'Sampah usaha kecil', 'Waste of a small business', [
    'tempat dan bulan',
    'place and month',
  ]),
  item('waste-large-business', 'Sampah usaha besar', 'Waste of a large business', [
    'tempat dan bulan',
    'place and month',
  ]),
  item('parking-motorcycle', 'Parkir tepi jalan, sepeda motor', 'Street parking, motorcycle', ['parkir', 'parking']),
  item('parking-car', 'Parkir tepi jalan, mobil', 'Street parking, car', ['parkir', 'parking']),
  item('parking-truck', 'Parkir tepi jalan, truk', 'Street parking, truck', ['parkir', 'parking']),
  item('market-stall', 'Pasar, kios', 'Market stall', ['m² dan hari', 'm² and day']),
  item('market-stand', 'Pasar, los', 'Market stand', ['m² dan hari', 'm² and day']),
  item('market-ground', 'Pasar, pelataran', 'Market ground', ['m² dan hari', 'm² and day']),
  item('cemetery-plot', 'Pemakaman', 'Cemetery', ['makam dan tahun', 'plot and year']),
  item('land-use', 'Sewa tanah daerah', 'Use of regional land', ['m² dan tahun', 'm² and year']),
  item('hall-use', 'Sewa gedung daerah', 'Use of a regional hall', ['gedung dan hari', 'hall and day']),
  item('equipment-use', 'Sewa alat berat daerah', 'Use of regional equipment', ['alat dan jam', 'machine and hour']),
  item('terminal-bus', 'Terminal, bus', 'Terminal, bus', ['masuk', 'entry']),
  item('lot-motorcycle', 'Gedung parkir, sepeda motor', 'Parking lot, motorcycle', ['parkir', 'parking']),
  item('lot-car', 'Gedung parkir, mobil', 'Parking lot, car', ['parkir', 'parking']),
  item('slaughter-cattle', 'Rumah potong, sapi atau kerbau', 'Slaughterhouse, cattle', ['ekor', 'head']),
  item('slaughter-goat', 'Rumah potong, kambing atau domba', 'Slaughterhouse, goat or sheep', ['ekor', 'head']),
  item('recreation-adult', 'Tempat rekreasi, dewasa', 'Recreation, adult', ['orang', 'person']),
  item('recreation-child', 'Tempat rekreasi, anak', 'Recreation, child', ['orang', 'person']),
  item('lodging-night', 'Mes dan penginapan daerah', 'Regional lodging', ['kamar dan malam', 'room and night']),
  item('laboratory-soil', 'Laboratorium daerah, uji tanah', 'Regional laboratory, soil', ['contoh', 'sample']),
] as const

import type { ServiceInput } from '#modules/services/index.ts'
import { phone, truth } from '../rows/tax-standard.ts'

type Pages = ServiceInput['form']['pages']
type Field = Pages[number]['groups'][number]['fields'][number]

const isFor = (...requests: string[]) => requests.map((each) => `answers.request == "${each}"`).join(' || ')

const area = (id: string, when: string, label: Field['label'], min: number): Field => ({
  id,
  kind: 'number',
  min,
  max: 10_000_000,
  decimals: 2,
  measure: 'm2',
  unit: { id: 'm²', en: 'm²' },
  when,
  label,
})

const notOwn: NonNullable<Field['checks']> = [
  {
    holds: 'answers.nop == "" || holds(known, "parcelFound")',
    say: {
      id: 'NOP ini tidak ada di register objek PBB yang aktif. Periksa delapan belas angkanya.',
      en: 'No active land has this NOP. Check its eighteen digits.',
    },
    basis: 'PP 35/2023 (pendataan objek)',
  },
  {
    holds: 'answers.nop == "" || !holds(known, "parcelIsMine")',
    say: {
      id: 'Tanah ini sudah atas nama Anda, jadi tidak perlu ganti nama.',
      en: 'This land bears your name already.',
    },
  },
]

/** What is asked for land, and the facts of it (SPOP). */
export const landPages: Pages = [
  {
    id: 'permohonan',
    title: { id: 'Yang Anda perlukan', en: 'What you need' },
    groups: [
      {
        fields: [
          {
            id: 'request',
            kind: 'choice',
            label: { id: 'Pelayanan', en: 'Service' },
            options: [
              { value: 'new', label: { id: 'Pendaftaran objek baru', en: 'New land' } },
              { value: 'change', label: { id: 'Perubahan luas atau bangunan', en: 'Other area or buildings' } },
              { value: 'name', label: { id: 'Ganti nama karena jual beli, waris atau hibah', en: 'Another owner' } },
              { value: 'split', label: { id: 'Pemecahan bidang', en: 'A parcel is split' } },
              { value: 'merge', label: { id: 'Penggabungan dua bidang', en: 'Two parcels are joined' } },
            ],
          },
          {
            id: 'ownNop',
            kind: 'choice',
            optionsFrom: 'local-tax.own-land',
            when: isFor('change', 'split', 'merge'),
            label: { id: 'Tanah Anda', en: 'Your land' },
          },
          {
            id: 'joinedNop',
            kind: 'choice',
            optionsFrom: 'local-tax.own-land',
            when: isFor('merge'),
            label: { id: 'Bidang yang digabungkan ke dalamnya', en: 'The parcel that is joined to it' },
            checks: [
              {
                holds: 'answers.joinedNop == "" || answers.joinedNop != answers.ownNop',
                say: { id: 'Pilih bidang yang lain.', en: 'Choose another parcel.' },
              },
            ],
          },
          {
            id: 'nop',
            kind: 'text',
            max: 30,
            when: isFor('name'),
            label: { id: 'NOP tanah yang Anda peroleh', en: 'NOP of the land that you acquired' },
            hint: { id: 'Tertulis di SPPT pemilik lama.', en: 'It stands on the notice of the former owner.' },
            checks: notOwn,
          },
        ],
      },
    ],
  },
  {
    id: 'data',
    title: { id: 'Data tanah dan bangunan', en: 'Land and buildings' },
    lead: {
      id: 'Kelas harga tanah dan bangunan ditentukan penilai Bapenda; Anda cukup menulis luas dan pemakaiannya.',
      en: 'An assessor of the office sets the price classes; you only write areas and use.',
    },
    groups: [
      {
        fields: [
          {
            id: 'landVillage',
            kind: 'area',
            when: isFor('new'),
            prefill: 'fact(known, "villageCode")',
            label: { id: 'Desa atau kelurahan', en: 'Village' },
            checks: [
              {
                holds: 'answers.landVillage == "" || answers.landVillage.startsWith(fact(known, "regionCode"))',
                say: { id: 'Pilih desa atau kelurahan di daerah ini.', en: 'Choose a village of this region.' },
                basis: 'UU 1/2022 pasal 4',
              },
            ],
          },
          {
            id: 'landName',
            kind: 'text',
            min: 3,
            max: 100,
            when: isFor('new', 'change'),
            label: { id: 'Jenis objek', en: 'What it is' },
            hint: { id: 'Misalnya rumah tinggal, sawah, atau ruko.', en: 'Such as a house, a rice field, a shop.' },
          },
          {
            id: 'landPlace',
            kind: 'text',
            min: 5,
            max: 200,
            when: isFor('new', 'change'),
            label: { id: 'Letak: jalan, nomor, RT dan RW', en: 'Place: street, number, RT and RW' },
          },
          area('landArea', isFor('new', 'change'), { id: 'Luas tanah', en: 'Area of the land' }, 1),
          area('buildingArea', isFor('new', 'change'), { id: 'Luas bangunan', en: 'Area of the buildings' }, 0),
          {
            id: 'landUse',
            kind: 'choice',
            when: isFor('new', 'change'),
            label: { id: 'Pemakaian', en: 'Use' },
            options: [
              { value: 'general', label: { id: 'Umum', en: 'General' } },
              { value: 'food-land', label: { id: 'Lahan pangan atau ternak', en: 'Food land or livestock' } },
            ],
          },
          area('splitArea', isFor('split'), { id: 'Luas tanah bagian yang dipecah', en: 'Area of the part' }, 1),
          area(
            'splitBuilding',
            isFor('split'),
            { id: 'Luas bangunan di bagian itu', en: 'Area of buildings on the part' },
            0,
          ),
          {
            id: 'newOwnerNpwpd',
            kind: 'text',
            max: 40,
            when: isFor('split'),
            label: { id: 'NPWPD pemilik bagian itu', en: 'NPWPD of who owns the part' },
            hint: { id: 'NPWPD Anda sendiri bila bagian itu tetap milik Anda.', en: 'Your own if it stays yours.' },
            checks: [
              {
                holds: 'answers.newOwnerNpwpd == "" || holds(known, "newOwnerFound")',
                say: {
                  id: 'NPWPD ini tidak terdaftar atau tidak aktif. Pemilik bagian itu mendaftar dahulu sebagai wajib pajak.',
                  en: 'This NPWPD is not registered or not active. Who owns the part registers first.',
                },
              },
            ],
          },
          {
            id: 'titleNumber',
            kind: 'text',
            min: 3,
            max: 120,
            label: { id: 'Nomor dan tanggal akta, sertipikat atau surat tanah', en: 'Number and day of deed or title' },
          },
          {
            id: 'passedOn',
            kind: 'date',
            when: isFor('name'),
            label: { id: 'Tanggal akta peralihan', en: 'Day of the deed' },
          },
        ],
      },
    ],
  },
  {
    id: 'dokumen',
    title: { id: 'Alamat dan dokumen', en: 'Address and papers' },
    groups: [
      {
        fields: [
          {
            id: 'mailAddress',
            kind: 'address',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat Anda', en: 'Your address' },
            hint: { id: 'SPPT dikirim ke sini.', en: 'The yearly notice goes here.' },
          },
          phone,
          {
            id: 'landCertificate',
            kind: 'file',
            document: 'land-certificate',
            label: { id: 'Sertipikat, akta atau surat tanah', en: 'Land certificate, deed or other title' },
          },
          {
            id: 'sitePhoto',
            kind: 'photo',
            document: 'site-photo',
            when: isFor('new', 'change', 'split'),
            label: { id: 'Foto tanah dan bangunan', en: 'Photo of land and buildings' },
          },
          truth,
        ],
      },
    ],
  },
]

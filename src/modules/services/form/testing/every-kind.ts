import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { defineService, type ServiceDefinition } from '../../definition/schema.ts'

const label = (id: string, en: string) => ({ id, en })

/** A form that asks every kind of question, for tests and for looking at. Never published. */
export const everyKind: ServiceDefinition = defineService({
  ...birthCertificate,
  id: 'every-kind',
  slug: 'segala-jenis',
  code: 'SJ',
  title: label('Segala jenis isian', 'Every kind of answer'),
  evidence: { allOf: [{ kind: 'register', label: label('Kartu keluarga', 'Family card') }] },
  golden: [],
  cost: [],
  known: 'testing.facts',
  subject: 'answers.fullName',
  form: {
    pages: [
      {
        id: 'diri',
        title: label('Tentang Anda', 'About you'),
        lead: label('Satu halaman untuk isian teks dan pilihan.', 'One page for text and choices.'),
        groups: [
          {
            title: label('Data diri', 'Yourself'),
            fields: [
              {
                id: 'fullName',
                kind: 'name',
                label: label('Nama lengkap', 'Full name'),
                prefill: 'fact(known, "name")',
              },
              { id: 'nickname', kind: 'text', label: label('Nama panggilan', 'Nickname'), required: 'false', max: 20 },
              { id: 'nik', kind: 'nik', label: label('NIK', 'NIK'), prefill: 'fact(known, "nik")', fixed: true },
              { id: 'phone', kind: 'phone', label: label('Nomor ponsel', 'Mobile number') },
              { id: 'email', kind: 'email', label: label('Surel', 'E-mail'), required: 'false' },
              { id: 'birthOn', kind: 'date', label: label('Tanggal lahir', 'Date of birth') },
              {
                id: 'plannedOn',
                kind: 'date',
                label: label('Rencana mulai', 'Planned start'),
                future: true,
                required: 'false',
              },
              { id: 'opensAt', kind: 'time', label: label('Jam buka', 'Opening time'), required: 'false' },
            ],
          },
          {
            title: label('Usaha', 'Business'),
            fields: [
              { id: 'hasBusiness', kind: 'yes-no', label: label('Apakah Anda punya usaha?', 'Do you run a business?') },
              {
                id: 'nib',
                kind: 'nib',
                label: label('NIB', 'NIB'),
                hint: label('13 angka pada lembar dari OSS.', '13 digits on the sheet from OSS.'),
                when: 'answers.hasBusiness == "yes"',
              },
              {
                id: 'scale',
                kind: 'choice',
                label: label('Skala usaha', 'Scale'),
                when: 'answers.hasBusiness == "yes"',
                options: [
                  {
                    value: 'micro',
                    label: label('Mikro', 'Micro'),
                    hint: label('modal sampai Rp1 miliar', 'up to Rp1 bn'),
                  },
                  { value: 'small', label: label('Kecil', 'Small') },
                  { value: 'large', label: label('Besar', 'Large') },
                ],
              },
              {
                id: 'needs',
                kind: 'multi',
                label: label('Bantuan yang Anda perlukan', 'Help you need'),
                required: 'false',
                max: 2,
                options: [
                  { value: 'money', label: label('Modal', 'Money') },
                  { value: 'training', label: label('Pelatihan', 'Training') },
                  { value: 'place', label: label('Tempat', 'A place') },
                ],
              },
              {
                id: 'story',
                kind: 'long-text',
                label: label('Ceritakan usaha Anda', 'Tell us about it'),
                when: '"training" in answers.needs || answers.scale == "large"',
                max: 500,
              },
            ],
          },
        ],
      },
      {
        id: 'angka',
        title: label('Angka dan baris', 'Figures and rows'),
        groups: [
          {
            fields: [
              {
                id: 'floors',
                kind: 'number',
                measure: 'floor',
                min: 1,
                max: 40,
                label: label('Jumlah lantai', 'Floors'),
              },
              {
                id: 'area',
                kind: 'number',
                measure: 'm2',
                decimals: 2,
                min: 1,
                max: 100000,
                unit: label('m²', 'm²'),
                label: label('Luas bangunan', 'Floor area'),
              },
              { id: 'income', kind: 'money', min: 0, label: label('Penghasilan sebulan', 'Monthly income') },
              {
                id: 'items',
                kind: 'table',
                label: label('Barang yang dibeli', 'Goods bought'),
                itemLabel: label('Barang', 'Item'),
                minItems: 1,
                maxItems: 20,
                fields: [
                  { id: 'what', kind: 'text', max: 60, label: label('Barang', 'Item') },
                  { id: 'count', kind: 'number', min: 1, label: label('Jumlah', 'Count') },
                  { id: 'price', kind: 'money', min: 1, label: label('Harga satuan', 'Price each') },
                ],
                checks: [
                  {
                    holds: 'totalInt(answers.items, "price") <= 100000000',
                    say: label('Harga seluruhnya paling banyak Rp100 juta.', 'At most Rp100 million in all.'),
                  },
                ],
              },
              {
                id: 'spent',
                kind: 'computed',
                gives: 'money',
                value: 'totalInt(answers.items, "price")',
                label: label('Jumlah harga', 'Sum of prices'),
              },
              {
                id: 'density',
                kind: 'computed',
                gives: 'number',
                decimals: 2,
                value: 'answers.area / double(answers.floors)',
                label: label('Luas tiap lantai', 'Area of each floor'),
                unit: label('m²', 'm²'),
              },
              {
                id: 'isBig',
                kind: 'computed',
                gives: 'yes-no',
                value: 'answers.area > 500.0 || answers.floors > 3',
                label: label('Bangunan besar', 'Large building'),
              },
              {
                id: 'engineer',
                kind: 'name',
                when: 'answers.isBig == "yes"',
                label: label('Perencana bangunan', 'Engineer'),
              },
              {
                id: 'witnesses',
                kind: 'repeat',
                label: label('Saksi', 'Witnesses'),
                itemLabel: label('Saksi', 'Witness'),
                minItems: 2,
                maxItems: 4,
                fields: [
                  { id: 'name', kind: 'name', label: label('Nama saksi', 'Name of the witness') },
                  {
                    id: 'nik',
                    kind: 'nik',
                    label: label('NIK saksi', 'NIK of the witness'),
                    checks: [
                      {
                        holds: 'answers.witnesses.filter(other, other.nik == row.nik).size() == 1',
                        say: label('Setiap saksi hanya dapat bersaksi sekali.', 'Each witness may testify once.'),
                      },
                    ],
                  },
                  {
                    id: 'relation',
                    kind: 'choice',
                    label: label('Hubungan dengan Anda', 'Relation to you'),
                    options: [
                      { value: 'neighbour', label: label('Tetangga', 'Neighbour') },
                      { value: 'other', label: label('Lainnya', 'Other') },
                    ],
                  },
                  {
                    id: 'relationText',
                    kind: 'text',
                    when: 'row.relation == "other"',
                    label: label('Hubungan apa?', 'Which relation?'),
                  },
                  { id: 'metOn', kind: 'date', required: 'false', label: label('Kenal sejak', 'Known since') },
                ],
              },
            ],
          },
        ],
      },
      {
        id: 'tempat',
        title: label('Tempat dan keluarga', 'Place and family'),
        groups: [
          {
            fields: [
              {
                id: 'home',
                kind: 'address',
                label: label('Alamat usaha', 'Address of the business'),
                prefill:
                  '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
              },
              { id: 'origin', kind: 'area', label: label('Desa asal', 'Village of origin'), required: 'false' },
              { id: 'spot', kind: 'map-point', label: label('Letak tempat usaha', 'Where it is') },
              { id: 'heir', kind: 'family-member', label: label('Penanggung jawab', 'Person in charge') },
              {
                id: 'movers',
                kind: 'family-members',
                label: label('Yang ikut bekerja', 'Who works there'),
                required: 'list(known, "family").size() > 1',
              },
              {
                id: 'partner',
                kind: 'nik',
                coSigns: true,
                sensitive: true,
                label: label('NIK mitra usaha', 'NIK of the partner'),
                required: 'false',
              },
            ],
          },
        ],
      },
      {
        id: 'berkas',
        title: label('Berkas dan pernyataan', 'Files and statements'),
        groups: [
          {
            fields: [
              {
                id: 'letter',
                kind: 'file',
                document: 'land-certificate',
                label: label('Sertipikat tanah', 'Land certificate'),
              },
              {
                id: 'front',
                kind: 'photo',
                document: 'site-photo',
                label: label('Foto tampak depan', 'Photo of the front'),
                required: 'false',
              },
              { id: 'signature', kind: 'signature', label: label('Tanda tangan', 'Signature') },
              {
                id: 'sharing',
                kind: 'consent',
                label: label(
                  'Saya setuju data usaha saya dibagikan kepada dinas koperasi.',
                  'I agree that my business data is shared with the office of cooperatives.',
                ),
                purpose: label(
                  'Agar bantuan dapat ditawarkan kepada Anda, selama satu tahun.',
                  'So that help can be offered to you, for one year.',
                ),
                required: 'false',
              },
              { id: 'truth', kind: 'statement', label: label('Isian ini benar.', 'What I wrote is true.') },
            ],
          },
        ],
      },
    ],
  },
})

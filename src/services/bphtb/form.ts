import type { ServiceInput } from '#modules/services/index.ts'
import { phone } from '../rows/tax-standard.ts'
import { taxPage } from './tax-page.ts'

type Pages = ServiceInput['form']['pages']

const inherited = 'answers.acquisition == "inheritance" || answers.acquisition == "bequest"'

/** Which land, how it is acquired, from whom, for how much; then the tax as it comes out. */
export const acquisitionPages: Pages = [
  {
    id: 'objek',
    title: { id: 'Tanah yang diperoleh', en: 'The land that is acquired' },
    lead: {
      id: 'NOP tertulis di SPPT PBB. Dengan nomor itu kami ambil letak dan NJOP dari register.',
      en: 'The NOP stands on the yearly notice. By it we take place and value from our register.',
    },
    groups: [
      {
        fields: [
          {
            id: 'nop',
            kind: 'text',
            max: 30,
            label: { id: 'Nomor objek pajak (NOP)', en: 'Number of the land (NOP)' },
            hint: { id: 'Misalnya 99.01.002.003.001.0042.0.', en: 'Such as 99.01.002.003.001.0042.0.' },
            checks: [
              {
                holds: 'answers.nop == "" || holds(known, "parcelFound")',
                say: {
                  id: 'NOP ini tidak ada di register objek PBB yang aktif. Periksa delapan belas angkanya; tanah yang belum terdaftar didaftarkan dahulu lewat layanan Objek PBB.',
                  en: 'No active land has this NOP. Check its eighteen digits; land that is not registered is registered first.',
                },
                basis: 'PP 35/2023 (pendataan objek)',
              },
              {
                holds: '!holds(known, "isHeldBack")',
                say: {
                  id: 'PBB atas tanah ini masih menunggak. Lunasi dahulu di Cek PBB dengan NOP ini, lalu lanjutkan; isian Anda tersimpan.',
                  en: 'Land tax on this NOP is in arrears. Pay it first, then go on; your answers are kept.',
                },
                basis: 'Peraturan kepala daerah tentang tata cara pemungutan pajak (tunggakan PBB)',
              },
            ],
          },
          {
            id: 'acquisition',
            kind: 'choice',
            label: { id: 'Cara perolehan', en: 'How it is acquired' },
            options: [
              { value: 'sale', label: { id: 'Jual beli', en: 'Sale' } },
              { value: 'exchange', label: { id: 'Tukar menukar', en: 'Exchange' } },
              { value: 'gift', label: { id: 'Hibah', en: 'Gift' } },
              { value: 'bequest', label: { id: 'Hibah wasiat', en: 'Bequest' } },
              { value: 'inheritance', label: { id: 'Waris', en: 'Inheritance' } },
              { value: 'contribution', label: { id: 'Pemasukan dalam perseroan', en: 'Contribution to a company' } },
              { value: 'division', label: { id: 'Pemisahan hak', en: 'Division of rights' } },
              { value: 'auction', label: { id: 'Lelang', en: 'Auction' } },
              { value: 'court', label: { id: 'Putusan hakim', en: 'Judgment' } },
              {
                value: 'merger',
                label: { id: 'Penggabungan atau pemekaran usaha', en: 'Merger or division of firms' },
              },
              { value: 'prize', label: { id: 'Hadiah', en: 'Prize' } },
              { value: 'new-right', label: { id: 'Pemberian hak baru', en: 'A new right' } },
            ],
          },
          {
            id: 'isClosestFamily',
            kind: 'yes-no',
            when: inherited,
            label: {
              id: 'Apakah penerima suami, istri, orang tua atau anak dari pewaris?',
              en: 'Is the recipient the spouse, a parent or a child of the deceased?',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'pihak',
    title: { id: 'Pembeli atau penerima, dan penjual', en: 'Who acquires, and from whom' },
    groups: [
      {
        fields: [
          {
            id: 'buyerKind',
            kind: 'choice',
            label: { id: 'Yang memperoleh', en: 'Who acquires' },
            options: [
              { value: 'person', label: { id: 'Saya sendiri', en: 'Myself' } },
              { value: 'firm', label: { id: 'Badan usaha yang saya pimpin', en: 'A firm that I lead' } },
            ],
          },
          {
            id: 'buyerNpwpd',
            kind: 'choice',
            optionsFrom: 'local-tax.own-firms',
            when: 'answers.buyerKind == "firm"',
            label: { id: 'Badan usaha', en: 'Firm' },
            hint: {
              id: 'Badan usaha yang belum tercantum didaftarkan dahulu sebagai wajib pajak daerah.',
              en: 'A firm that is not listed registers as a taxpayer first.',
            },
          },
          {
            id: 'buyerName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "fullName")',
            label: { id: 'Nama pemohon', en: 'Name of the applicant' },
          },
          {
            id: 'buyerNik',
            kind: 'nik',
            fixed: true,
            sensitive: true,
            prefill: 'fact(known, "nik")',
            label: { id: 'NIK pemohon', en: 'NIK of the applicant' },
          },
          {
            id: 'sellerName',
            kind: 'name',
            label: { id: 'Penjual, pemberi atau pewaris', en: 'Seller, giver or deceased' },
            hint: { id: 'Seperti tertulis pada sertipikat.', en: 'As written on the land certificate.' },
          },
          {
            id: 'mailAddress',
            kind: 'address',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat pemohon', en: 'Address of the applicant' },
            hint: {
              id: 'Sesudah akta, SPPT PBB tanah ini dikirim ke sini.',
              en: 'After the deed the yearly notice of this land goes here.',
            },
          },
          phone,
        ],
      },
    ],
  },
  {
    id: 'nilai',
    title: { id: 'Nilai perolehan', en: 'Value' },
    groups: [
      {
        fields: [
          {
            id: 'acquiredOn',
            kind: 'date',
            future: true,
            label: { id: 'Tanggal perolehan', en: 'Day of the acquisition' },
            hint: {
              id: 'Hari perjanjian atau akta; untuk waris hari pendaftaran ke kantor pertanahan.',
              en: 'Of the agreement or deed; of an inheritance the day of registration with the land office.',
            },
            checks: [
              {
                holds: 'answers.acquiredOn == "" || daysBetween(today, answers.acquiredOn) <= int(known.aheadDays)',
                say: {
                  id: 'Tanggal ini terlalu jauh di depan. Ajukan paling awal {rule:local-tax.bphtb.ahead} sebelum akta.',
                  en: 'This day lies too far ahead. Apply at most {rule:local-tax.bphtb.ahead} before the deed.',
                },
              },
            ],
          },
          {
            id: 'value',
            kind: 'money',
            min: 1_000_000,
            max: 1_000_000_000_000,
            label: { id: 'Harga transaksi atau nilai pasar', en: 'Price or market value' },
            hint: {
              id: 'Tulis harga yang sebenarnya; harga di bawah nilai pasar diperiksa.',
              en: 'Write the true price; prices below market value are examined.',
            },
          },
          {
            id: 'isLowIncome',
            kind: 'yes-no',
            when: 'answers.buyerKind == "person" && answers.acquisition == "sale"',
            label: {
              id: 'Apakah ini rumah pertama dengan fasilitas masyarakat berpenghasilan rendah (MBR)?',
              en: 'Is this a first house under the scheme for people of low income (MBR)?',
            },
          },
          {
            id: 'house',
            kind: 'choice',
            when: 'answers.isLowIncome == "yes"',
            label: { id: 'Rumah itu', en: 'That house is' },
            options: [
              { value: 'bought', label: { id: 'dibeli', en: 'bought' } },
              { value: 'self-built', label: { id: 'dibangun sendiri', en: 'built by oneself' } },
            ],
          },
          {
            id: 'floorArea',
            kind: 'number',
            min: 1,
            max: 1000,
            decimals: 2,
            measure: 'm2',
            unit: { id: 'm²', en: 'm²' },
            when: 'answers.isLowIncome == "yes"',
            label: { id: 'Luas lantai', en: 'Floor area' },
          },
        ],
      },
    ],
  },
  taxPage,
]

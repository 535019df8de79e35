import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Need } from './need.ts'

const say = (id: string, en: string): LocalText => ({ id, en })

const oss = {
  name: say('Sistem OSS milik kementerian investasi', 'National OSS system'),
  where: say('oss.go.id; kami mendampingi di loket DPMPTSP', 'oss.go.id; our counter helps you'),
  href: 'https://oss.go.id',
}
const land = {
  name: say('Kantor Pertanahan (ATR/BPN)', 'Land office (ATR/BPN)'),
  where: say('kantor pertanahan kabupaten', 'land office of the regency'),
}
const samsat = {
  name: say('Samsat (Polri, provinsi, Jasa Raharja)', 'Samsat (police, province, insurer)'),
  where: say('kantor bersama Samsat di kabupaten', 'the joint Samsat office in the regency'),
}

/** Businesses, houses, vehicles and taxes. */
export const property = {
  business: [
    {
      title: say('Nomor induk berusaha (NIB)', 'Business number (NIB)'),
      text: say(
        'Gratis dan terbit hari itu juga; usaha mikro berisiko rendah cukup sampai di sini.',
        'Free and on the same day; low-risk micro businesses need no more.',
      ),
      elsewhere: oss,
    },
    {
      title: say('Sertifikat standar usaha', 'Standard certificate'),
      text: say(
        'Untuk usaha berisiko menengah, seperti rumah makan; petugas meninjau tempatnya.',
        'For medium-risk businesses such as restaurants; an official sees the place.',
      ),
      service: 'standard-certificate',
      office: 'dpmptsp',
    },
    {
      title: say('Kios atau los di pasar', 'A stall in the market'),
      text: say(
        'Pilih kios yang kosong, bayar retribusinya, dan izinnya terbit.',
        'Choose a free stall, pay its fee, and the permit is issued.',
      ),
      service: 'stall-permit',
      office: 'diskumdag',
    },
    {
      title: say('Bangunan tempat usaha', 'The building'),
      text: say(
        'Perlu persetujuan bangunan bila membangun atau mengubah.',
        'A building approval is needed when you build or change it.',
      ),
      service: 'building-approval',
      office: 'dpmptsp',
    },
    {
      title: say('Izin reklame', 'Billboard permit'),
      text: say(
        'Untuk papan nama di luar bangunan; bawa gambar dan ukurannya.',
        'For signs outside the building; bring a drawing with its size.',
      ),
      office: 'dpmptsp',
    },
    {
      title: say('NPWP dan pajak', 'Tax number and taxes'),
      text: say(
        'Pajak pusat di kantor pajak; pajak restoran dan reklame di Bapenda.',
        'National taxes at the tax office; restaurant and billboard taxes with us.',
      ),
      office: 'bapenda',
    },
  ],
  building: [
    {
      title: say('Kesesuaian tata ruang (KKPR)', 'Land use approval (KKPR)'),
      text: say(
        'Memastikan tanah boleh dibangun; rumah tinggal cukup surat pernyataan.',
        'Makes sure the land may be built on; for a home a statement is enough.',
      ),
      elsewhere: oss,
    },
    {
      title: say('Persetujuan bangunan gedung (dahulu IMB)', 'Building approval (formerly IMB)'),
      text: say(
        'Gambar ditelaah, tempat ditinjau, retribusi dihitung terbuka.',
        'Drawings are reviewed, the site is seen, the retribution is computed openly.',
      ),
      service: 'building-approval',
      office: 'dpmptsp',
    },
    {
      title: say('Retribusi bangunan', 'Retribution'),
      text: say(
        'Ditagih dalam pengajuan yang sama, dengan penghitungannya.',
        'Billed within the same application, with its computation.',
      ),
      coveredBy: 'building-approval',
      office: 'dpmptsp',
    },
    {
      title: say('Sertifikat laik fungsi (SLF)', 'Certificate of occupancy (SLF)'),
      text: say(
        'Setelah bangunan selesai; bawa persetujuan bangunan dan hasil pemeriksaan.',
        'When the building is finished; bring the approval and the inspection.',
      ),
      office: 'dpmptsp',
    },
    {
      title: say('Balik nama tanah', 'Transfer of land'),
      text: say(
        'Setelah jual beli di hadapan PPAT dan BPHTB lunas.',
        'After the sale before a land notary and payment of the transfer tax.',
      ),
      elsewhere: land,
    },
  ],
  vehicle: [
    {
      title: say('Pajak tahunan dan pengesahan STNK', 'Yearly tax and registration'),
      text: say(
        'Bawa STNK, KTP dan BPKB; juga lewat aplikasi Signal.',
        'Bring registration, identity card and ownership book; also by the Signal app.',
      ),
      elsewhere: samsat,
    },
    {
      title: say('Balik nama kendaraan', 'Change of owner'),
      text: say(
        'Bawa kuitansi jual beli, BPKB, STNK dan KTP pemilik baru.',
        'Bring the receipt, ownership book, registration and identity card.',
      ),
      elsewhere: samsat,
    },
    {
      title: say('Uji berkala kendaraan angkutan (KIR)', 'Inspection of commercial vehicles (KIR)'),
      text: say(
        'Setiap enam bulan untuk angkutan barang dan penumpang.',
        'Every six months for goods and passenger transport.',
      ),
      office: 'dishub',
    },
  ],
  tax: [
    {
      title: say('Pajak bumi dan bangunan (PBB)', 'Property tax (PBB)'),
      text: say('Bawa SPPT atau nomor objek pajaknya.', 'Bring the assessment or its object number.'),
      office: 'bapenda',
    },
    {
      title: say('Bea perolehan tanah dan bangunan (BPHTB)', 'Property transfer tax (BPHTB)'),
      text: say('Dibayar sebelum akta jual beli ditandatangani.', 'Paid before the deed of sale is signed.'),
      office: 'bapenda',
    },
    {
      title: say('Pajak restoran, hotel dan reklame', 'Taxes of restaurants, hotels and billboards'),
      text: say('Dilaporkan setiap bulan oleh pelaku usaha.', 'Filed every month by the business.'),
      office: 'bapenda',
    },
  ],
} satisfies Record<string, readonly Need[]>

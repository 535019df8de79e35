import { LifeEventList } from '../components/life-event-list.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { Stats } from '../components/stat.tsx'
import { CitizenLayout } from '../layouts/citizen-layout.tsx'

const events = [
  {
    title: 'Kelahiran',
    href: '/layanan/kelahiran',
    icon: 'baby',
    text: 'Akta, KK, KIA dan NIK anak dalam satu pengajuan',
  },
  {
    title: 'Pernikahan',
    href: '/layanan/pernikahan',
    icon: 'heart',
    text: 'Pencatatan perkawinan, KK baru, perubahan KTP',
  },
  {
    title: 'Pindah rumah',
    href: '/layanan/pindah',
    icon: 'truck',
    text: 'Pindah masuk, keluar, atau di dalam kabupaten',
  },
  { title: 'Membuka usaha', href: '/layanan/usaha', icon: 'store', text: 'NIB, sertifikat standar, izin lokasi' },
  { title: 'Membangun rumah', href: '/layanan/bangunan', icon: 'home', text: 'Persetujuan bangunan dan retribusinya' },
  { title: 'Kendaraan', href: '/layanan/kendaraan', icon: 'car', text: 'Pajak tahunan, balik nama, blokir' },
  {
    title: 'Pajak dan tagihan',
    href: '/layanan/pajak',
    icon: 'wallet',
    text: 'Hitung, lapor, bayar: PBB, BPHTB, restoran, PPh',
  },
  {
    title: 'Berobat',
    href: '/layanan/kesehatan',
    icon: 'stethoscope',
    text: 'Nomor antrean, tempat tidur kosong, surat sehat',
  },
  {
    title: 'Sekolah',
    href: '/layanan/sekolah',
    icon: 'graduation-cap',
    text: 'Daya tampung, peluang diterima, pendaftaran',
  },
  { title: 'Mencari kerja', href: '/layanan/kerja', icon: 'briefcase', text: 'Lowongan yang cocok, kartu AK1' },
  {
    title: 'Bantuan dan hibah',
    href: '/layanan/bantuan',
    icon: 'hand-coins',
    text: 'Syarat, pengajuan, dan siapa penerimanya',
  },
  {
    title: 'Kematian',
    href: '/layanan/kematian',
    icon: 'flower-2',
    text: 'Akta, KK, dan yang perlu diurus ahli waris',
  },
] as const

export function StartPage() {
  return (
    <CitizenLayout
      title="Layanan daerah"
      description="Semua layanan Kabupaten Arunika di satu tempat."
      hero={
        <>
          <h1>Apa yang ingin Anda urus hari ini?</h1>
          <SearchBox look="hero" />
          <p>
            Sudah mengajukan? <a href="/lacak">Lacak berkas Anda</a> dengan nomor dan PIN, tanpa masuk.
          </p>
        </>
      }
    >
      <h2 class="mt-4 mb-2">Menurut peristiwa hidup</h2>
      <LifeEventList events={events} />
      <Stats
        label="Pekan ini dalam angka"
        items={[
          { value: '1.284', text: 'berkas selesai pekan ini, di 24 kantor' },
          { value: '96,2%', text: 'tepat pada tanggal yang dijanjikan' },
          { value: '0,8', text: 'dokumen rata-rata yang masih kami minta per berkas' },
        ]}
      />
    </CitizenLayout>
  )
}

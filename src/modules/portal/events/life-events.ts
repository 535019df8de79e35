import type { LocalText } from '#kernel/i18n/texts.ts'
import type { IconName } from '#ui/index.ts'
import type { Need } from './need.ts'
import { needs } from './needs.ts'

/** A moment in life around which people look for government, with the office that handles it. */
export interface LifeEvent {
  readonly key: string
  readonly slug: string
  readonly icon: IconName
  readonly title: LocalText
  readonly text: LocalText
  /** Code of the office to go to as long as no service can be done here. */
  readonly office: string
  /** What has to be done, in the order in which people need it. */
  readonly needs: readonly Need[]
}

export const lifeEvents: readonly LifeEvent[] = [
  {
    key: 'birth',
    needs: needs.birth,
    slug: 'kelahiran',
    icon: 'baby',
    office: 'disdukcapil',
    title: { id: 'Kelahiran', en: 'Birth' },
    text: {
      id: 'Akta, KK dan NIK anak dalam satu pengajuan',
      en: 'Certificate, family card and NIK in one application',
    },
  },
  {
    key: 'marriage',
    needs: needs.marriage,
    slug: 'pernikahan',
    icon: 'heart',
    office: 'disdukcapil',
    title: { id: 'Pernikahan', en: 'Marriage' },
    text: {
      id: 'Pencatatan perkawinan, KK baru, perubahan KTP',
      en: 'Registration, new family card, changed identity card',
    },
  },
  {
    key: 'moving',
    needs: needs.moving,
    slug: 'pindah-rumah',
    icon: 'truck',
    office: 'disdukcapil',
    title: { id: 'Pindah rumah', en: 'Moving house' },
    text: { id: 'Pindah masuk, keluar, atau di dalam kabupaten', en: 'Moving in, out, or within the regency' },
  },
  {
    key: 'business',
    needs: needs.business,
    slug: 'membuka-usaha',
    icon: 'store',
    office: 'dpmptsp',
    title: { id: 'Membuka usaha', en: 'Starting a business' },
    text: { id: 'NIB, sertifikat standar, izin lokasi', en: 'Business number, standard certificate, location permit' },
  },
  {
    key: 'building',
    needs: needs.building,
    slug: 'membangun-rumah',
    icon: 'home',
    office: 'dpmptsp',
    title: { id: 'Membangun rumah', en: 'Building a house' },
    text: { id: 'Persetujuan bangunan dan retribusinya', en: 'Building approval and its fee' },
  },
  {
    key: 'vehicle',
    needs: needs.vehicle,
    slug: 'kendaraan',
    icon: 'car',
    office: 'bapenda',
    title: { id: 'Kendaraan', en: 'Vehicle' },
    text: { id: 'Pajak tahunan, balik nama, blokir', en: 'Yearly tax, change of owner, blocking' },
  },
  {
    key: 'tax',
    needs: needs.tax,
    slug: 'pajak-dan-tagihan',
    icon: 'wallet',
    office: 'bapenda',
    title: { id: 'Pajak dan tagihan', en: 'Taxes and bills' },
    text: {
      id: 'Hitung, lapor, bayar: PBB, BPHTB, restoran',
      en: 'Compute, file, pay: property, transfer, restaurant',
    },
  },
  {
    key: 'health',
    needs: needs.health,
    slug: 'berobat',
    icon: 'stethoscope',
    office: 'dinkes',
    title: { id: 'Berobat', en: 'Health care' },
    text: { id: 'Nomor antrean, tempat tidur kosong, surat sehat', en: 'Queue number, free beds, health letter' },
  },
  {
    key: 'school',
    needs: needs.school,
    slug: 'sekolah',
    icon: 'graduation-cap',
    office: 'disdik',
    title: { id: 'Sekolah', en: 'School' },
    text: { id: 'Daya tampung, peluang diterima, pendaftaran', en: 'Places, chances, enrolment' },
  },
  {
    key: 'work',
    needs: needs.work,
    slug: 'mencari-kerja',
    icon: 'briefcase',
    office: 'disnaker',
    title: { id: 'Mencari kerja', en: 'Finding work' },
    text: { id: 'Lowongan yang cocok, kartu AK1', en: 'Matching vacancies, job seeker card' },
  },
  {
    key: 'aid',
    needs: needs.aid,
    slug: 'bantuan-dan-hibah',
    icon: 'hand-coins',
    office: 'dinsos',
    title: { id: 'Bantuan dan hibah', en: 'Aid and grants' },
    text: { id: 'Syarat, pengajuan, dan siapa penerimanya', en: 'Conditions, applications, and who receives' },
  },
  {
    key: 'death',
    needs: needs.death,
    slug: 'kematian',
    icon: 'flower-2',
    office: 'disdukcapil',
    title: { id: 'Kematian', en: 'Death' },
    text: {
      id: 'Akta, KK, dan yang perlu diurus ahli waris',
      en: 'Certificate, family card, and what heirs need to do',
    },
  },
]

import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Need } from './need.ts'

const say = (id: string, en: string): LocalText => ({ id, en })

const kua = {
  name: say('Kantor Urusan Agama (KUA) kecamatan', 'Office of religious affairs (KUA) of the district'),
  where: say(
    'di kecamatan tempat akad; daftar juga lewat simkah4.kemenag.go.id',
    'in the district of the wedding; also at simkah4.kemenag.go.id',
  ),
  href: 'https://simkah4.kemenag.go.id',
}
const bpjs = {
  name: say('BPJS Kesehatan', 'BPJS Kesehatan (health insurance)'),
  where: say('kantor cabang terdekat, atau aplikasi Mobile JKN', 'the nearest branch, or the Mobile JKN app'),
}
const court = {
  name: say('Pengadilan agama atau pengadilan negeri', 'Religious or district court'),
  where: say('di ibu kota kabupaten', 'in the capital of the regency'),
}

/** Births, marriages, moves, illness, school, work, need and death. */
export const family = {
  birth: [
    {
      title: say('Akta kelahiran', 'Birth certificate'),
      text: say(
        'Dilaporkan paling lambat 60 hari sejak lahir. Foto surat lahir cukup.',
        'Report within 60 days of the birth. A photo of the birth letter is enough.',
      ),
      service: 'birth-certificate',
      office: 'disdukcapil',
    },
    {
      title: say('NIK anak dan kartu keluarga baru', 'NIK of the child and new family card'),
      text: say(
        'Terbit bersama akta, tanpa pengajuan lagi.',
        'Issued with the certificate, without another application.',
      ),
      coveredBy: 'birth-certificate',
      office: 'disdukcapil',
    },
    {
      title: say('Kartu identitas anak (KIA)', 'Child identity card (KIA)'),
      text: say(
        'Bawa akta kelahiran dan kartu keluarga; anak di atas lima tahun juga pas foto.',
        'Bring the certificate and family card; above five years also a photo.',
      ),
      office: 'disdukcapil',
    },
    {
      title: say('Jaminan kesehatan bayi', 'Health insurance of the baby'),
      text: say(
        'Didaftarkan paling lambat 28 hari sejak lahir, dengan NIK atau akta.',
        'Register within 28 days of the birth, with NIK or certificate.',
      ),
      elsewhere: bpjs,
    },
    {
      title: say('Imunisasi dasar', 'First immunisations'),
      text: say('Bawa buku KIA ke puskesmas atau posyandu.', 'Bring the mother and child book to the health centre.'),
      office: 'dinkes',
    },
  ],
  marriage: [
    {
      title: say('Surat pengantar nikah', 'Letter of introduction for marriage'),
      text: say(
        'Dari kantor desa atau kelurahan masing-masing; bawa KTP dan KK.',
        'From each one’s village office; bring identity card and family card.',
      ),
      elsewhere: {
        name: say('Kantor desa atau kelurahan', 'Village office'),
        where: say('tempat tinggal masing-masing calon', 'where each of you lives'),
      },
    },
    {
      title: say('Pencatatan nikah bagi yang beragama Islam', 'Recording a Muslim marriage'),
      text: say(
        'Mendaftar paling lambat sepuluh hari kerja sebelum akad.',
        'Register at least ten working days before the wedding.',
      ),
      elsewhere: kua,
    },
    {
      title: say('Akta perkawinan bagi agama lain dan penghayat', 'Marriage certificate for other faiths'),
      text: say(
        'Dicatat paling lambat 60 hari sejak pemberkatan; bawa surat pemberkatan, KTP dan KK.',
        'Record within 60 days of the blessing; bring its letter, identity card and family card.',
      ),
      service: 'marriage-certificate',
      office: 'disdukcapil',
    },
    {
      title: say('Kartu keluarga baru dan KTP berstatus kawin', 'New family card and identity card'),
      text: say(
        'Bawa buku nikah atau akta perkawinan dan KK kedua keluarga.',
        'Bring the marriage book or certificate and both family cards.',
      ),
      service: 'family-card',
      office: 'disdukcapil',
    },
  ],
  moving: [
    {
      title: say('Surat keterangan pindah', 'Letter of moving'),
      text: say(
        'Di daerah asal; tidak perlu surat pengantar RT, RW atau desa.',
        'Where you come from; no letter of the neighbourhood or village is needed.',
      ),
      service: 'moving-out',
      office: 'disdukcapil',
    },
    {
      title: say('Melapor datang', 'Reporting arrival'),
      text: say(
        'Di daerah tujuan dengan surat pindah; KK dan KTP baru terbit sekaligus.',
        'At the destination with the letter; new family card and identity card come with it.',
      ),
      service: 'moving-in',
      office: 'disdukcapil',
    },
    {
      title: say('Pindah sekolah anak', 'Moving the children’s school'),
      text: say(
        'Bawa surat pindah dari sekolah asal dan rapor.',
        'Bring the letter of the old school and the report cards.',
      ),
      office: 'disdik',
    },
    {
      title: say('Faskes dan alamat jaminan kesehatan', 'Clinic and address of health insurance'),
      text: say('Ganti faskes dapat dilakukan sendiri.', 'You can change the clinic yourself.'),
      elsewhere: bpjs,
    },
  ],
  health: [
    {
      title: say('Jaminan kesehatan aktif', 'Active health insurance'),
      text: say('Periksa kepesertaan sebelum berobat.', 'Check it before you go.'),
      elsewhere: bpjs,
    },
    {
      title: say('Berobat di puskesmas', 'Treatment at a health centre'),
      text: say(
        'Cukup KTP; rujukan rumah sakit dibuat di sini, kecuali gawat darurat.',
        'An identity card is enough; referrals are made here, except in an emergency.',
      ),
      office: 'dinkes',
    },
    {
      title: say('Surat keterangan sehat', 'Health letter'),
      text: say(
        'Diperiksa dan diterbitkan di puskesmas pada hari yang sama.',
        'Examined and issued at the health centre on the same day.',
      ),
      office: 'dinkes',
    },
    {
      title: say('Keringanan biaya bila tidak mampu', 'Help with the cost'),
      text: say('Bawa KTP, KK dan surat dari desa.', 'Bring identity card, family card and a letter of the village.'),
      office: 'dinsos',
    },
  ],
  school: [
    {
      title: say('Pendaftaran murid baru SD dan SMP', 'Enrolment at public schools'),
      text: say(
        'Dibuka sekali setahun; alamat dibuktikan dengan KK paling sedikit satu tahun.',
        'Once a year; the address is proved by a family card of at least one year.',
      ),
      office: 'disdik',
    },
    {
      title: say('Beasiswa daerah', 'Regional scholarship'),
      text: say(
        'Diperingkat menurut penghasilan, prestasi dan jarak; peringkatnya terbuka.',
        'Ranked by income, achievement and distance; the ranking is public.',
      ),
      service: 'scholarship',
      office: 'disdik',
    },
    {
      title: say('Izin penelitian untuk skripsi dan tesis', 'Research permit for a thesis'),
      text: say('Satu izin untuk semua lokasi di kabupaten.', 'One permit for all places in the regency.'),
      service: 'research-permit',
      office: 'bakesbangpol',
    },
    {
      title: say('Legalisasi ijazah', 'Certified copies of diplomas'),
      text: say('Di sekolah yang menerbitkan; bawa yang asli.', 'At the school that issued it; bring the original.'),
      elsewhere: {
        name: say('Sekolah asal', 'Your school'),
        where: say('pada jam sekolah', 'during school hours'),
      },
    },
  ],
  work: [
    {
      title: say('Kartu pencari kerja (AK1)', 'Job seeker card (AK1)'),
      text: say('Bawa KTP, ijazah dan pas foto.', 'Bring identity card, diploma and photo.'),
      office: 'disnaker',
    },
    {
      title: say('Surat keterangan catatan kepolisian (SKCK)', 'Police record (SKCK)'),
      text: say(
        'Bawa KTP, KK, akta kelahiran dan pas foto.',
        'Bring identity card, family card, birth certificate and photo.',
      ),
      elsewhere: {
        name: say('Kepolisian resor atau sektor', 'Police station'),
        where: say('sesuai alamat KTP', 'of your registered address'),
      },
    },
  ],
  aid: [
    {
      title: say('Usul penerima bantuan sosial', 'Applying for social aid'),
      text: say(
        'Lewat desa atau kelurahan; bawa KTP dan KK.',
        'Through the village; bring identity card and family card.',
      ),
      office: 'dinsos',
    },
    {
      title: say('Beasiswa daerah', 'Regional scholarship'),
      text: say('Bagi pelajar dan mahasiswa.', 'For pupils and students.'),
      service: 'scholarship',
      office: 'disdik',
    },
    {
      title: say('Meminta informasi publik', 'Asking for public information'),
      text: say(
        'Siapa penerima bantuan dan hibah dapat diminta dan dijawab dalam sepuluh hari kerja.',
        'Who receives aid may be asked and is answered within ten working days.',
      ),
      service: 'information-request',
      office: 'diskominfo',
    },
  ],
  death: [
    {
      title: say('Surat keterangan kematian', 'Letter of death'),
      text: say(
        'Dari rumah sakit, puskesmas, atau desa bila meninggal di rumah.',
        'From the hospital or health centre, or the village for a death at home.',
      ),
      elsewhere: {
        name: say('Rumah sakit, puskesmas, atau kantor desa', 'Hospital, health centre or village office'),
        where: say('tempat meninggal', 'where the person died'),
      },
    },
    {
      title: say('Akta kematian', 'Death certificate'),
      text: say(
        'Dilaporkan paling lambat 30 hari. Foto surat kematian cukup.',
        'Report within 30 days. A photo of the letter is enough.',
      ),
      service: 'death-certificate',
      office: 'disdukcapil',
    },
    {
      title: say('Kartu keluarga baru dan kepala keluarga', 'New family card and head of the family'),
      text: say(
        'Terbit bersama akta kematian, tanpa pengajuan lagi.',
        'Issued with the death certificate, without another application.',
      ),
      coveredBy: 'death-certificate',
      office: 'disdukcapil',
    },
    {
      title: say('Jaminan kesehatan dan santunan', 'Health insurance and benefits'),
      text: say(
        'Laporkan dengan akta kematian agar iuran berhenti.',
        'Report with the certificate, so that contributions end.',
      ),
      elsewhere: bpjs,
    },
    {
      title: say('Penetapan ahli waris', 'Ruling on the heirs'),
      text: say(
        'Bawa akta kematian, KK, dan akta kelahiran ahli waris.',
        'Bring death certificate, family card and birth certificates of the heirs.',
      ),
      elsewhere: court,
    },
  ],
} satisfies Record<string, readonly Need[]>

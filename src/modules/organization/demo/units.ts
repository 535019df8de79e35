import type { UnitKind } from '../domain.ts'

export interface DemoUnit {
  readonly path: string
  readonly code: string
  readonly parentPath: string | undefined
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  readonly territoryCode: string
}

export interface DistrictOfDemo {
  readonly code: string
  readonly name: string
}

/** Code, name, short name, and the divisions as "code=name". */
type Agency = readonly [code: string, name: string, shortName: string, ...divisions: string[]]

const bureau: Agency = [
  'setda',
  'Sekretariat Daerah',
  'Setda',
  'tapem=Bagian Tata Pemerintahan',
  'hukum=Bagian Hukum',
  'kesra=Bagian Kesejahteraan Rakyat',
  'perekonomian=Bagian Perekonomian dan Sumber Daya Alam',
  'adbang=Bagian Administrasi Pembangunan',
  'pbj=Bagian Pengadaan Barang dan Jasa',
  'ortala=Bagian Organisasi',
  'umum=Bagian Umum',
  'prokopim=Bagian Protokol dan Komunikasi Pimpinan',
]

const agencies: readonly Agency[] = [
  [
    'disdukcapil',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'dafduk=Bidang Pelayanan Pendaftaran Penduduk',
    'capil=Bidang Pelayanan Pencatatan Sipil',
    'piak=Bidang Pengelolaan Informasi Administrasi Kependudukan',
    'inovasi=Bidang Pemanfaatan Data dan Inovasi Pelayanan',
  ],
  [
    'dpmptsp',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'penanaman-modal=Bidang Penanaman Modal',
    'perizinan=Bidang Pelayanan Perizinan',
    'pengaduan=Bidang Pengaduan dan Pelaporan',
  ],
  [
    'dinkes',
    'Dinas Kesehatan',
    'Dinkes',
    'kesmas=Bidang Kesehatan Masyarakat',
    'p2p=Bidang Pencegahan dan Pengendalian Penyakit',
    'yankes=Bidang Pelayanan Kesehatan',
  ],
  [
    'disdik',
    'Dinas Pendidikan',
    'Disdik',
    'paud=Bidang PAUD dan Pendidikan Nonformal',
    'dasar=Bidang Pendidikan Dasar',
    'ptk=Bidang Pendidik dan Tenaga Kependidikan',
  ],
  [
    'dpupr',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'DPUPR',
    'bina-marga=Bidang Bina Marga',
    'sda=Bidang Sumber Daya Air',
    'tata-ruang=Bidang Penataan Ruang dan Bangunan',
  ],
  [
    'disperkim',
    'Dinas Perumahan dan Kawasan Permukiman',
    'Disperkim',
    'perumahan=Bidang Perumahan',
    'permukiman=Bidang Kawasan Permukiman',
  ],
  ['dishub', 'Dinas Perhubungan', 'Dishub', 'lalin=Bidang Lalu Lintas', 'angkutan=Bidang Angkutan dan Keselamatan'],
  [
    'dinsos',
    'Dinas Sosial',
    'Dinsos',
    'linjamsos=Bidang Perlindungan dan Jaminan Sosial',
    'rehsos=Bidang Rehabilitasi Sosial',
    'dayasos=Bidang Pemberdayaan Sosial',
  ],
  [
    'disnaker',
    'Dinas Tenaga Kerja',
    'Disnaker',
    'penempatan=Bidang Pelatihan dan Penempatan Kerja',
    'hi=Bidang Hubungan Industrial',
  ],
  [
    'dlh',
    'Dinas Lingkungan Hidup',
    'DLH',
    'tata-lingkungan=Bidang Tata Lingkungan',
    'sampah=Bidang Pengelolaan Sampah dan Limbah',
  ],
  [
    'distan',
    'Dinas Pertanian dan Ketahanan Pangan',
    'Distan',
    'tanaman=Bidang Tanaman Pangan',
    'ternak=Bidang Peternakan',
  ],
  [
    'diskan',
    'Dinas Kelautan dan Perikanan',
    'Diskan',
    'tangkap=Bidang Perikanan Tangkap',
    'budidaya=Bidang Perikanan Budi Daya',
  ],
  [
    'diskumdag',
    'Dinas Koperasi, Usaha Kecil, Menengah, dan Perdagangan',
    'Diskumdag',
    'koperasi=Bidang Koperasi dan UKM',
    'pasar=Bidang Perdagangan dan Pasar',
  ],
  [
    'disparbud',
    'Dinas Pariwisata dan Kebudayaan',
    'Disparbud',
    'wisata=Bidang Destinasi dan Promosi Wisata',
    'budaya=Bidang Kebudayaan',
  ],
  ['dispora', 'Dinas Kepemudaan dan Olahraga', 'Dispora', 'pemuda=Bidang Kepemudaan', 'olahraga=Bidang Keolahragaan'],
  ['dispusip', 'Dinas Perpustakaan dan Kearsipan', 'Dispusip', 'pustaka=Bidang Perpustakaan', 'arsip=Bidang Kearsipan'],
  [
    'dpmd',
    'Dinas Pemberdayaan Masyarakat dan Desa',
    'DPMD',
    'pemdes=Bidang Pemerintahan Desa',
    'ekonomi-desa=Bidang Usaha Ekonomi Masyarakat Desa',
  ],
  [
    'dp3akb',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana',
    'DP3AKB',
    'perlindungan=Bidang Perlindungan Perempuan dan Anak',
    'kb=Bidang Keluarga Berencana',
  ],
  [
    'diskominfo',
    'Dinas Komunikasi dan Informatika',
    'Diskominfo',
    'aptika=Bidang Aplikasi Informatika',
    'ikp=Bidang Informasi dan Komunikasi Publik',
    'statistik=Bidang Statistik dan Persandian',
  ],
  [
    'bappeda',
    'Badan Perencanaan Pembangunan Daerah',
    'Bappeda',
    'renval=Bidang Perencanaan dan Evaluasi',
    'litbang=Bidang Penelitian dan Pengembangan',
  ],
  [
    'bapenda',
    'Badan Pendapatan Daerah',
    'Bapenda',
    'pajak=Bidang Pajak Daerah',
    'pbb=Bidang PBB dan BPHTB',
    'penagihan=Bidang Penagihan dan Pengawasan',
  ],
  [
    'bpkad',
    'Badan Pengelolaan Keuangan dan Aset Daerah',
    'BPKAD',
    'anggaran=Bidang Anggaran',
    'perbendaharaan=Bidang Perbendaharaan',
    'aset=Bidang Aset',
  ],
  [
    'bkpsdm',
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'BKPSDM',
    'mutasi=Bidang Mutasi dan Promosi',
    'diklat=Bidang Pengembangan Kompetensi',
  ],
  [
    'bpbd',
    'Badan Penanggulangan Bencana Daerah',
    'BPBD',
    'siaga=Bidang Pencegahan dan Kesiapsiagaan',
    'darurat=Bidang Kedaruratan dan Logistik',
  ],
  ['bakesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Bakesbangpol', 'poldagri=Bidang Politik Dalam Negeri'],
  [
    'satpolpp',
    'Satuan Polisi Pamong Praja dan Pemadam Kebakaran',
    'Satpol PP',
    'tibum=Bidang Ketertiban Umum',
    'damkar=Bidang Pemadam Kebakaran',
  ],
  [
    'inspektorat',
    'Inspektorat Daerah',
    'Inspektorat',
    'irban-1=Inspektur Pembantu Wilayah I',
    'irban-2=Inspektur Pembantu Wilayah II',
    'irban-khusus=Inspektur Pembantu Khusus',
  ],
]

/** Units of the invented government: agencies with their divisions, and one office of each kind for every district. */
export function demoUnits(governmentName: string, districts: readonly DistrictOfDemo[]): DemoUnit[] {
  return [
    unit(undefined, 'pemerintah', governmentName, 'Pemkab Arunika', 'government'),
    ...withDivisions(bureau, 'secretariat'),
    unit(undefined, 'setwan', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Setwan', 'secretariat'),
    ...agencies.flatMap((agency) => withDivisions(agency, 'agency')),
    ...districts.flatMap((district) => [
      unit(
        undefined,
        `kec-${slug(district.name)}`,
        `Kecamatan ${district.name}`,
        `Kec. ${district.name}`,
        'district',
        district.code,
      ),
      unit(
        'disdukcapil',
        `upt-${slug(district.name)}`,
        `UPT Disdukcapil ${district.name}`,
        `UPT ${district.name}`,
        'section',
        district.code,
      ),
      unit(
        'dinkes',
        `puskesmas-${slug(district.name)}`,
        `Puskesmas ${district.name}`,
        `Puskesmas ${district.name}`,
        'health-centre',
        district.code,
      ),
    ]),
  ]
}

function withDivisions([code, name, shortName, ...divisions]: Agency, kind: UnitKind): DemoUnit[] {
  return [
    unit(undefined, code, name, shortName, kind),
    ...divisions.map((division) => {
      const [divisionCode = '', divisionName = ''] = division.split('=')
      return unit(code, divisionCode, divisionName, divisionName.replace(/^(Bidang|Bagian) /, ''), 'division')
    }),
  ]
}

function unit(
  parentPath: string | undefined,
  code: string,
  name: string,
  shortName: string,
  kind: UnitKind,
  territoryCode = '',
): DemoUnit {
  return { path: parentPath ? `${parentPath}.${code}` : code, code, parentPath, name, shortName, kind, territoryCode }
}

export function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

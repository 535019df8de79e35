import type { LocalText } from '#kernel/i18n/texts.ts'

/** How the values of a field are read. */
export type FieldKind = 'number' | 'name' | 'text' | 'date' | 'code' | 'place'

export interface ImportField {
  readonly kind: FieldKind
  readonly label: LocalText
  /** Every person must have it. */
  readonly isNeeded: boolean
  /** One value for every row that has none may be said. */
  readonly mayFill?: true
  /** Spellings of the heading, as `plainHeading` makes them. */
  readonly headings: readonly string[]
}

const field = (
  kind: FieldKind,
  id: string,
  en: string,
  headings: string,
  more: { needed?: boolean; fill?: boolean } = {},
): ImportField => ({
  kind,
  label: { id, en },
  isNeeded: more.needed ?? false,
  ...(more.fill ? { mayFill: true } : {}),
  headings: headings.split(' '),
})
const needed = { needed: true }
const filled = { needed: true, fill: true }

/** What can be brought in, with the headings of SIAK, of village lists and of spreadsheets made by hand. */
export const importFields = {
  nik: field('number', 'NIK', 'NIK', 'nik nonik nomornik noktp noktpel nomorindukkependudukan noidentitas', needed),
  kkNumber: field(
    'number',
    'Nomor KK',
    'Family card number',
    'nokk nkk kk nomorkk nomorkartukeluarga nokartukeluarga nokeluarga',
    needed,
  ),
  fullName: field(
    'name',
    'Nama lengkap',
    'Full name',
    'nama namalengkap namalgkp nmlengkap namapenduduk namaanggota namaanggotakeluarga namawarga',
    needed,
  ),
  relation: field(
    'code',
    'Hubungan keluarga',
    'Relation in the family',
    'shdk stathbkel hubungankeluarga hubkel hubungan hubungandalamkeluarga statushubungan statushubungandalamkeluarga hubungandengankepalakeluarga sthbkel hdk',
    needed,
  ),
  sex: field(
    'code',
    'Jenis kelamin',
    'Sex',
    'jk jnskel jeniskelamin jeniskelmin jenisklmin jenisklamin lp kelamin sex gender jnskelamin klmin',
    needed,
  ),
  birthPlace: field(
    'text',
    'Tempat lahir',
    'Place of birth',
    'tmptlhr tempatlahir tmplhr tptlahir tmplahir tempatkelahiran tplhr tmptlahir',
    filled,
  ),
  birthOn: field(
    'date',
    'Tanggal lahir',
    'Date of birth',
    'tgllhr tgllahir tanggallahir tglkelahiran tanggalkelahiran dob',
    needed,
  ),
  religion: field('code', 'Agama', 'Religion', 'agama', filled),
  education: field(
    'code',
    'Pendidikan',
    'Education',
    'pendidikan pddkakh pendidikanakhir pendidikanterakhir pddkakhir pendidikankk',
    filled,
  ),
  occupation: field(
    'code',
    'Pekerjaan',
    'Occupation',
    'pekerjaan jenispekerjaan jenispkrjn jnspekerjaan pkrjn',
    filled,
  ),
  maritalStatus: field(
    'code',
    'Status perkawinan',
    'Marital status',
    'statuskawin statkwn statuskwn statusperkawinan statkawin kawin stskawin statusnikah',
    filled,
  ),
  bloodType: field('code', 'Golongan darah', 'Blood type', 'goldrh goldarah golongandarah golda gdarah'),
  citizenship: field('code', 'Kewarganegaraan', 'Citizenship', 'kewarganegaraan wn warganegara kwn'),
  motherNik: field('number', 'NIK ibu', 'NIK of the mother', 'nikibu nikibukandung'),
  motherName: field(
    'name',
    'Nama ibu',
    'Name of the mother',
    'namaibu namalgkpibu nmibu ibu namalengkapibu namaibukandung ibukandung',
  ),
  fatherNik: field('number', 'NIK ayah', 'NIK of the father', 'nikayah nikayahkandung'),
  fatherName: field(
    'name',
    'Nama ayah',
    'Name of the father',
    'namaayah namalgkpayah nmayah ayah namalengkapayah namabapak ayahkandung',
  ),
  address: field(
    'text',
    'Alamat',
    'Address',
    'alamat alamatlengkap alamatrumah jalan alamatdomisili alamatktp alamatkk',
    filled,
  ),
  rt: field('text', 'RT', 'RT', 'rt nort'),
  rw: field('text', 'RW', 'RW', 'rw norw'),
  rtRw: field('text', 'RT/RW dalam satu kolom', 'RT/RW in one column', 'rtrw'),
  villageCode: field(
    'place',
    'Kode desa/kelurahan',
    'Code of the village',
    'kodewilayah kodedesa kodekelurahan kodekel nokel kodewil idkelurahan iddesa kodedesakelurahan kdwilayah',
  ),
  villageName: field(
    'place',
    'Nama desa/kelurahan',
    'Name of the village',
    'desa kelurahan kel namakel namadesa namakelurahan desakelurahan keldesa desakel kelurahandesa nmkel',
  ),
  districtName: field('place', 'Nama kecamatan', 'Name of the district', 'kecamatan kec namakec namakecamatan nmkec'),
  postalCode: field('text', 'Kode pos', 'Postal code', 'kodepos kdpos pos'),
  birthCertificateNumber: field(
    'text',
    'Nomor akta kelahiran',
    'Birth certificate number',
    'noaktalhr noaktalahir noaktakelahiran aktakelahiran nomoraktakelahiran aktalahir',
  ),
  marriageCertificateNumber: field(
    'text',
    'Nomor akta perkawinan',
    'Marriage certificate number',
    'noaktakwn noaktakawin noaktaperkawinan nomoraktaperkawinan nobukunikah aktakawin',
  ),
  marriedOn: field(
    'date',
    'Tanggal perkawinan',
    'Date of marriage',
    'tglkwn tglkawin tanggalkawin tanggalperkawinan tglperkawinan tglnikah',
  ),
} as const satisfies Readonly<Record<string, ImportField>>

export type FieldName = keyof typeof importFields
export const fieldNames = Object.keys(importFields) as FieldName[]
export const fieldOf = (name: FieldName): ImportField => importFields[name]

export const dateFields = ['birthOn', 'marriedOn'] as const
export type DateField = (typeof dateFields)[number]
export const codeFields = [
  'relation',
  'sex',
  'religion',
  'education',
  'occupation',
  'maritalStatus',
  'bloodType',
  'citizenship',
] as const
export type CodeField = (typeof codeFields)[number]

/** A heading without case, accents, spaces and signs: "No. KK" and "NO_KK" are one. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

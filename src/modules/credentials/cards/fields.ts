import type { LocalText } from '#kernel/i18n/texts.ts'
import { ageLimits, type CardKind, type ClaimField } from '../domain.ts'

const text = (id: string, en: string): LocalText => ({ id, en })
const words = (path: string, label: LocalText): ClaimField => ({ path: path.split('.'), label, reads: 'words' })
const day = (path: string, label: LocalText): ClaimField => ({ path: path.split('.'), label, reads: 'day' })

const nik = words('nik', text('NIK', 'NIK'))
const sex: ClaimField = { path: ['sex'], label: text('Jenis kelamin', 'Sex'), reads: 'sex' }
const ages: readonly ClaimField[] = ageLimits.map((age) => ({
  path: ['age_equal_or_over', String(age)],
  label: text(`Berumur ${age} tahun atau lebih`, `Aged ${age} or over`),
  reads: 'yes-no',
}))
const registered: readonly ClaimField[] = [
  words('certificate_number', text('Nomor akta', 'Certificate number')),
  day('registered_on', text('Tanggal pencatatan', 'Registered on')),
  words('registered_at', text('Dicatat oleh', 'Registered by')),
]

/** What each kind of card may say. Every field is hidden by itself: its holder chooses what to show. */
export const cardFields: Readonly<Record<CardKind, readonly ClaimField[]>> = {
  residence: [
    words('name', text('Nama', 'Name')),
    nik,
    day('birthdate', text('Tanggal lahir', 'Date of birth')),
    sex,
    ...ages,
    words('address.street_address', text('Alamat', 'Street address')),
    words('address.neighbourhood', text('RT/RW', 'Neighbourhood')),
    words('address.village', text('Kelurahan atau desa', 'Village')),
    words('address.district', text('Kecamatan', 'District')),
    words('address.regency', text('Kabupaten atau kota', 'Regency')),
    words('address.province', text('Provinsi', 'Province')),
    words('address.postal_code', text('Kode pos', 'Postal code')),
    words('address.country', text('Negara', 'Country')),
  ],
  birth: [
    words('name', text('Nama', 'Name')),
    nik,
    day('birthdate', text('Tanggal lahir', 'Date of birth')),
    words('place_of_birth', text('Tempat lahir', 'Place of birth')),
    sex,
    ...ages,
    words('birth_order', text('Anak ke', 'Child number')),
    words('mother_name', text('Nama ibu', 'Mother’s name')),
    words('father_name', text('Nama ayah', 'Father’s name')),
    words('citizenship', text('Kewarganegaraan', 'Citizenship')),
    words('remarks', text('Catatan', 'Remarks')),
    ...registered,
  ],
  marriage: [
    words('name', text('Nama', 'Name')),
    nik,
    words('spouse_name', text('Nama pasangan', 'Spouse’s name')),
    day('married_on', text('Tanggal perkawinan', 'Date of marriage')),
    words('married_at', text('Tempat perkawinan', 'Place of marriage')),
    words('officiant', text('Di hadapan', 'Officiant')),
    ...registered,
  ],
  divorce: [
    words('name', text('Nama', 'Name')),
    nik,
    words('former_spouse_name', text('Nama bekas pasangan', 'Former spouse’s name')),
    day('divorced_on', text('Berkekuatan hukum tetap pada', 'Final on')),
    words('court', text('Pengadilan', 'Court')),
    words('decision_number', text('Nomor putusan', 'Decision number')),
    ...registered,
  ],
  death: [
    words('name', text('Nama almarhum', 'Name of the deceased')),
    nik,
    day('birthdate', text('Tanggal lahir', 'Date of birth')),
    sex,
    day('died_on', text('Tanggal meninggal', 'Date of death')),
    words('place_of_death', text('Tempat meninggal', 'Place of death')),
    words('holder_name', text('Nama pemegang akta', 'Holder of the certificate')),
    words('holder_relation', text('Hubungan pemegang', 'Holder’s relation')),
    ...registered,
  ],
}

export const cardTitles: Readonly<Record<CardKind, LocalText>> = {
  residence: text('Kartu alamat', 'Residence card'),
  birth: text('Akta kelahiran', 'Birth certificate'),
  marriage: text('Akta perkawinan', 'Marriage certificate'),
  divorce: text('Akta perceraian', 'Divorce certificate'),
  death: text('Akta kematian', 'Death certificate'),
}

export const cardAbouts: Readonly<Record<CardKind, LocalText>> = {
  residence: text(
    'Siapa Anda dan di mana Anda tinggal menurut kartu keluarga.',
    'Who you are and where you live, as on the family card.',
  ),
  birth: text('Isi kutipan akta kelahiran.', 'What the extract of the birth register says.'),
  marriage: text(
    'Isi kutipan akta perkawinan, selama perkawinan itu berlangsung.',
    'What the extract of the marriage register says, while the marriage lasts.',
  ),
  divorce: text('Isi kutipan akta perceraian.', 'What the extract of the divorce register says.'),
  death: text(
    'Isi kutipan akta kematian, bagi keluarga yang memegangnya.',
    'What the extract of the death register says, for the family that holds it.',
  ),
}

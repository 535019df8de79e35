import { bloodTypes, educations, familyRelations, maritalStatuses, religions } from '#modules/people/index.ts'
import type { CodeField } from './fields.ts'

/*
 * Codes of SIAK and the words that lists of residents use. The numbers are those of the forms F-1.01.
 * @basis Permendagri 109/2019 lampiran (formulir F-1.01, kode isian)
 */

/** Jobs of the family card in the order of their codes, 1 to 89. */
export const occupations: readonly string[] =
  `Belum/Tidak Bekerja|Mengurus Rumah Tangga|Pelajar/Mahasiswa|Pensiunan|Pegawai Negeri Sipil|Tentara Nasional Indonesia|Kepolisian RI|Perdagangan|Petani/Pekebun|Peternak|Nelayan/Perikanan|Industri|Konstruksi|Transportasi|Karyawan Swasta|Karyawan BUMN|Karyawan BUMD|Karyawan Honorer|Buruh Harian Lepas|Buruh Tani/Perkebunan|Buruh Nelayan/Perikanan|Buruh Peternakan|Pembantu Rumah Tangga|Tukang Cukur|Tukang Listrik|Tukang Batu|Tukang Kayu|Tukang Sol Sepatu|Tukang Las/Pandai Besi|Tukang Jahit|Tukang Gigi|Penata Rias|Penata Busana|Penata Rambut|Mekanik|Seniman|Tabib|Paraji|Perancang Busana|Penterjemah|Imam Masjid|Pendeta|Pastor|Wartawan|Ustadz/Mubaligh|Juru Masak|Promotor Acara|Anggota DPR-RI|Anggota DPD|Anggota BPK|Presiden|Wakil Presiden|Anggota Mahkamah Konstitusi|Anggota Kabinet/Kementerian|Duta Besar|Gubernur|Wakil Gubernur|Bupati|Wakil Bupati|Wali Kota|Wakil Wali Kota|Anggota DPRD Provinsi|Anggota DPRD Kabupaten/Kota|Dosen|Guru|Pilot|Pengacara|Notaris|Arsitek|Akuntan|Konsultan|Dokter|Bidan|Perawat|Apoteker|Psikiater/Psikolog|Penyiar Televisi|Penyiar Radio|Pelaut|Peneliti|Sopir|Pialang|Paranormal|Pedagang|Perangkat Desa|Kepala Desa|Biarawati|Wiraswasta|Lainnya`.split(
    '|',
  )

const byOrder = (values: readonly string[]) =>
  Object.fromEntries(values.map((value, index) => [String(index + 1), value]))
const byName = (values: readonly string[]) => Object.fromEntries(values.map((value) => [plainValue(value), value]))

/** One spelling of a value: capitals, single spaces, without leading zeros of a code. */
export function plainValue(text: string): string {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*\/\s*/g, '/')
  return /^0+\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain
}

const spellings: Readonly<Record<CodeField, string>> = {
  sex: 'L=male LK=male LAKI=male LAKI-LAKI=male LAKI_LAKI=male PRIA=male M=male 1=male P=female PR=female PEREMPUAN=female WANITA=female W=female F=female 2=female LELAKI=male',
  religion:
    'KRISTEN_PROTESTAN=Kristen PROTESTAN=Kristen KATHOLIK=Katolik KRISTEN_KATOLIK=Katolik KATHOLIK_ROMA=Katolik BUDHA=Buddha BUDDHA=Buddha KONGHUCU=Khonghucu KHONG_HU_CU=Khonghucu KONG_HU_CU=Khonghucu KONG_HUCHU=Khonghucu MOSLEM=Islam MUSLIM=Islam',
  relation:
    'KEPALA_KELUARGA=head KK=head KEPALA=head KEP._KELUARGA=head SUAMI=husband ISTRI=wife ISTERI=wife ANAK=child ANAK_KANDUNG=child ANAK_TIRI=child ANAK_ANGKAT=child MENANTU=son-in-law CUCU=grandchild ORANG_TUA=parent ORANGTUA=parent AYAH=parent IBU=parent MERTUA=parent-in-law FAMILI_LAIN=relative FAMILI=relative FAMILI_LAINNYA=relative KEPONAKAN=relative SAUDARA=relative ADIK=relative KAKAK=relative PEMBANTU=helper PEMBANTU_RT=helper LAINNYA=other LAIN-LAIN=other',
  maritalStatus:
    'BELUM_KAWIN=single BELUM_MENIKAH=single LAJANG=single BK=single TK=single KAWIN=married MENIKAH=married K=married KAWIN_TERCATAT=married KAWIN_BELUM_TERCATAT=married-unrecorded KAWIN_TIDAK_TERCATAT=married-unrecorded NIKAH_SIRI=married-unrecorded CERAI_HIDUP=divorced CERAI_HIDUP_TERCATAT=divorced CH=divorced CERAI_MATI=widowed CM=widowed 5=married-unrecorded',
  education:
    'TIDAK_SEKOLAH=1 BELUM_SEKOLAH=1 TIDAK/BLM_SEKOLAH=1 TDK/BLM_SEKOLAH=1 BELUM_TAMAT_SD=2 TIDAK_TAMAT_SD=2 BLM_TAMAT_SD=2 SD=3 TAMAT_SD=3 SD/SEDERAJAT=3 MI=3 SLTP=4 SMP=4 SMP/SEDERAJAT=4 MTS=4 SLTA=5 SMA=5 SMK=5 MA=5 SMA/SEDERAJAT=5 STM=5 D1=6 D2=6 D-I=6 D-II=6 DIPLOMA_I=6 DIPLOMA_II=6 D3=7 D-III=7 DIPLOMA_III=7 AKADEMI=7 DIPLOMA_III/S._MUDA=7 AKADEMI/DIPLOMA_III/SARJANA_MUDA=7 D4=8 S1=8 D-IV=8 S-1=8 SARJANA=8 STRATA_I=8 S2=9 S-2=9 MAGISTER=9 STRATA-II=9 S3=10 S-3=10 DOKTOR=10 STRATA-III=10 DIPLOMA_IV/STRATA_1=8 STRATA_1=8',
  occupation:
    'PNS=5 ASN=5 TNI=6 POLRI=7 POLISI=7 IRT=2 IBU_RUMAH_TANGGA=2 TIDAK_BEKERJA=1 BELUM_BEKERJA=1 PELAJAR=3 MAHASISWA=3 SISWA=3 PETANI=9 PEKEBUN=9 NELAYAN=11 SWASTA=15 PEGAWAI_SWASTA=15 KARYAWAN=15 BUMN=16 BUMD=17 HONORER=18 BURUH=19 BURUH_TANI=20 SUPIR=81 WIRASWASTA=88 WIRAUSAHA=88 PENSIUN=4 TENTARA_NASIONAL_INDONESIA_(TNI)=6 KEPOLISIAN_RI_(POLRI)=7 PEGAWAI_NEGERI_SIPIL_(PNS)=5 WALIKOTA=60 WAKIL_WALIKOTA=61 LAIN-LAIN=89 ANGGOTA_DPRD_KABUPATEN=63 ANGGOTA_DPRD_PROP.=62',
  bloodType:
    'A+=A A-=A B+=B B-=B AB+=AB AB-=AB O+=O O-=O 5=A 6=A 7=B 8=B 9=AB 10=AB 11=O 12=O 13= TIDAK_TAHU= TDK_TAHU= -= TIDAK_DIKETAHUI= BELUM_DIKETAHUI= 0=O',
  citizenship: 'WNI=WNI INDONESIA=WNI 1=WNI WNA=WNA ASING=WNA 2=WNA ID=WNI IDN=WNI RI=WNI',
}

const ordered: Partial<Record<CodeField, readonly string[]>> = {
  religion: religions,
  relation: familyRelations,
  maritalStatus: ['single', 'married', 'divorced', 'widowed'],
  education: educations,
  occupation: occupations,
  bloodType: bloodTypes,
}

function table(field: CodeField): ReadonlyMap<string, string> {
  const values = ordered[field] ?? []
  const codes = byOrder(values)
  const named = field === 'religion' || field === 'education' || field === 'occupation' || field === 'bloodType'
  const words = spellings[field].split(' ').map((pair): [string, string] => {
    const at = pair.lastIndexOf('=')
    const [word, meant] = [pair.slice(0, at).replaceAll('_', ' '), pair.slice(at + 1)]
    // Schools and jobs are said by their code.
    return [word, field === 'education' || field === 'occupation' ? (codes[meant] ?? meant) : meant]
  })
  return new Map([...Object.entries(codes), ...(named ? Object.entries(byName(values)) : []), ...words])
}

const tables: Readonly<Record<CodeField, ReadonlyMap<string, string>>> = {
  sex: table('sex'),
  religion: table('religion'),
  relation: table('relation'),
  maritalStatus: table('maritalStatus'),
  education: table('education'),
  occupation: table('occupation'),
  bloodType: table('bloodType'),
  citizenship: table('citizenship'),
}

/** What a value of a file means in the register; "" for known to be unknown; undefined when nobody has said. */
export function knownMeaning(field: CodeField, value: string): string | undefined {
  return tables[field].get(plainValue(value))
}

/** What a value may be translated to. */
export const meanings: Readonly<Record<CodeField, readonly string[]>> = {
  sex: ['male', 'female'],
  religion: religions,
  relation: familyRelations,
  maritalStatus: maritalStatuses,
  education: educations,
  occupation: occupations,
  bloodType: bloodTypes,
  citizenship: ['WNI', 'WNA'],
}

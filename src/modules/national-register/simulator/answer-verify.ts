import type { SimulatedAnswer } from './answer-gateway.ts'
import { type SimulatedRegister, sameName } from './simulated-register.ts'

export interface VerifyAccount {
  readonly user: string
  readonly password: string
  readonly ip: string
}

/** As the service wraps its rows. */
const wrapped = (row: unknown): SimulatedAnswer => ({
  status: 200,
  value: {
    content: [row],
    lastPage: true,
    numberOfElements: 1,
    sort: null,
    totalElements: 1,
    firstPage: true,
    number: 0,
    size: 1,
    quotaLimiter: 1523,
  },
})

const respon = (code: string, words: string) => wrapped({ RESPONSE_CODE: code, RESPON: words })

/** The web service of the right of access: CALL_VERIFY_BY_ELEMEN and CALL_NIK. */
export async function answerVerify(
  register: SimulatedRegister,
  account: VerifyAccount,
  path: string,
  body: Readonly<Record<string, string>>,
): Promise<SimulatedAnswer> {
  const given = (name: string) => body[name] ?? body[name.toLowerCase()] ?? ''
  if (given('USER_ID') !== account.user || given('PASSWORD') !== account.password) return respon('01', 'Login Gagal')
  if (given('IP_USER') !== account.ip) return respon('02', 'IP Address Tidak Sesuai')
  const nik = given('NIK')
  if (!/^\d{16}$/.test(nik)) return respon('15', 'Data Tidak Ditemukan, NIK tidak sesuai format Dukcapil')
  const person = await register.person(nik)
  if (!person) return respon('13', 'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan')
  if (person.diedOn) return respon('11', 'Data Ditemukan, Meninggal Dunia')
  if (path.endsWith('/CALL_NIK')) {
    return wrapped({
      NIK: nik,
      NO_KK: person.kkNumber ?? null,
      NAMA_LGKP: person.fullName?.toUpperCase(),
      JENIS_KLMIN: person.sex === 'female' ? 'Perempuan' : 'Laki-Laki',
      TMPT_LHR: person.birthPlace?.toUpperCase(),
      TGL_LHR: person.birthOn,
      AGAMA: person.religion?.toUpperCase() ?? null,
      NAMA_LGKP_IBU: person.motherName?.toUpperCase() ?? null,
    })
  }
  const alike = (field: string, theirs: string | undefined) => {
    const ours = given(field)
    if (!ours) return {}
    return { [field]: sameName(ours, theirs) && theirs ? 'Sesuai (100)' : 'Tidak Sesuai (34)' }
  }
  const same = (field: string, theirs: string | undefined) =>
    given(field) ? { [field]: given(field).toUpperCase() === theirs?.toUpperCase() ? 'Sesuai' : 'Tidak Sesuai' } : {}
  return wrapped({
    NIK: nik,
    ...alike('NAMA_LGKP', person.fullName),
    ...alike('TMPT_LHR', person.birthPlace),
    ...alike('NAMA_LGKP_IBU', person.motherName),
    ...alike('ALAMAT', undefined),
    ...same('NO_KK', person.kkNumber),
    ...same('TGL_LHR', person.birthOn?.split('-').reverse().join('-')),
    ...same('JENIS_KLMIN', person.sex === 'female' ? 'Perempuan' : 'Laki-Laki'),
  })
}

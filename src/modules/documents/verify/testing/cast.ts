import { type CmsOptions, makeCms, makeTimeStamp } from './make-cms.ts'
import { type Identity, issue, makeCrl, rsaKey } from './pki.ts'

export const signedAt = new Date('2026-11-23T03:41:00Z')
export const now = new Date('2026-12-01T00:00:00Z')
const timeStamping = { purposes: ['1.3.6.1.5.5.7.3.8'], purposesCritical: true, keyUsage: [0] }

/** The people and authorities of the corpus; all invented. */
export function castOf() {
  const authority = issue({ name: 'Otoritas Sertifikat Kabupaten Arunika', authority: true })
  const head = issue(
    { name: 'Dr. Wening Hapsari, M.Si.', title: 'Kepala Dinas', organisation: 'Dinas Dukcapil' },
    authority,
  )
  const secretary = issue({ name: 'Damar Wicaksono', title: 'Sekretaris Daerah' }, authority)
  const under = issue({ name: 'Otoritas Bawahan Arunika', authority: true }, authority)
  const strangers = issue({ name: 'Otoritas Lain', organisation: 'Kota Lain', authority: true })
  const imitation = issue({
    name: 'Otoritas Sertifikat Kabupaten Arunika',
    authority: true,
    key: rsaKey(2048),
    from: new Date('2026-01-02'),
  })
  const same = { name: 'Dr. Wening Hapsari, M.Si.', title: 'Kepala Dinas', organisation: 'Dinas Dukcapil' }
  const person = (name: string, more: Partial<Parameters<typeof issue>[0]> = {}, by: Identity = authority) =>
    issue({ name, ...more }, by)
  return {
    authority,
    head,
    secretary,
    under,
    strangers,
    imitation,
    imitated: issue({ ...same, key: rsaKey(2048) }, imitation),
    selfSigned: issue({ ...same, key: rsaKey(2048) }),
    stranger: person('Orang Lain', {}, strangers),
    subordinate: person('Camat Arunika', {}, under),
    expired: person('Masa Lewat', { from: new Date('2020-01-01'), to: new Date('2026-11-22') }),
    early: person('Belum Berlaku', { from: new Date('2026-11-24') }),
    revoked: person('Sudah Dicabut'),
    noUsage: person('Tanpa Kegunaan', { keyUsage: [] }),
    encipherer: person('Hanya Sandi', { keyUsage: [2, 3] }),
    server: person('Hanya Peladen', { purposes: ['1.3.6.1.5.5.7.3.1'] }),
    signingAuthority: person('Otoritas Menandatangani', { authority: true, keyUsage: [0, 1, 5] }),
    critical: person('Tambahan Asing', { unknownCritical: true }),
    belowPerson: person('Anak Pejabat', {}, head),
    rsa: person('Pemakai RSA', { key: rsaKey(2048) }),
    shortRsa: person('RSA Pendek', { key: rsaKey(1024) }),
    sha1Certificate: person('Sertifikat SHA-1', { hash: 'sha1' }),
    clock: person('Penanda Waktu Arunika', timeStamping),
    strangeClock: person('Penanda Waktu Lain', timeStamping, strangers),
    /** The same names under the imitation of the authority. */
    forgedClock: person('Penanda Waktu Arunika', { ...timeStamping, key: rsaKey(2048) }, imitation),
    /** May stamp, but also more: no time-stamping authority (RFC 3161, 2.3). */
    looseClock: person('Penanda Waktu Serbaguna', {
      ...timeStamping,
      purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'],
    }),
    expiredClock: person('Penanda Waktu Lama', { ...timeStamping, to: new Date('2026-11-20') }),
    notAClock: person('Bukan Penanda Waktu'),
  }
}

export type Cast = ReturnType<typeof castOf>

/** Signs as one of the cast, with whatever is asked to be different. */
export function signAs(cast: Cast, signer: Identity, more: Partial<CmsOptions> = {}) {
  const chain =
    signer === cast.subordinate
      ? [cast.under, cast.authority]
      : signer === cast.belowPerson
        ? [cast.head, cast.authority]
        : signer === cast.stranger
          ? [cast.strangers]
          : signer === cast.imitated
            ? [cast.imitation]
            : [cast.authority]
  return (signed: Buffer) => makeCms(signed, { signer, chain, ...more })
}

export const stampBy = (cast: Cast, clock: Identity, at: Date) => (stamped: Buffer) =>
  makeTimeStamp(stamped, at, { signer: clock, chain: [authorityOf(cast, clock)] })

const authorityOf = (cast: Cast, clock: Identity): Identity =>
  clock === cast.strangeClock ? cast.strangers : clock === cast.forgedClock ? cast.imitation : cast.authority

export const crlOf = (cast: Cast, at: Date, revoked: readonly { serial: Buffer; at: Date }[] = []) =>
  makeCrl(cast.authority, revoked, at)

import { documentPaths } from '../paths.ts'

export const certifyPaths = {
  list: documentPaths.uncertified,
  /** The very file that would be sent. */
  file: (id: string) => `/tersertifikasi/dokumen/${id}.pdf`,
  propose: '/tersertifikasi/pilih',
  state: '/tersertifikasi/sertifikat',
  batches: '/tersertifikasi/paket',
  batch: (id: string) => `/tersertifikasi/paket/${id}`,
  code: (id: string) => `/tersertifikasi/paket/${id}/kode`,
  sign: (id: string) => `/tersertifikasi/paket/${id}/tanda-tangan`,
  stop: (id: string) => `/tersertifikasi/paket/${id}/berhenti`,
  /** What to do about a document whose outcome is not known. */
  settle: (id: string, ordinal: number | string) => `/tersertifikasi/paket/${id}/${ordinal}/kepastian`,
  /** The list of revoked certificates of a demo's made-up national authority, DER. */
  simulatedList: '/simulator/tte/daftar-cabut.crl',
}

export const documentPaths = {
  /** Short, because it is in every QR. */
  verify: (code: string) => `/v/${code}`,
  /** As a QR has it: capitals, and the signed statement behind the code. */
  scanned: (code: string, statement: string) => `/V/${code}/${statement}`,
  verifyForm: '/verifikasi',
  offline: '/verifikasi/luring',
  offlineWorker: '/verifikasi/luring/pekerja.js',
  offlineData: '/verifikasi/luring/data.json',
  /** The page of the proof log on this document. */
  proof: (id: string) => `/bukti/catatan/${id}`,
  download: (id: string) => `/dokumen/${id}.pdf`,
  authority: '/sertifikat-otoritas.pem',
  /** What an official signed and the national service did not; not there where a region has no such service. */
  uncertified: '/tersertifikasi',
  archive: '/admin/arsip',
  archived: (id: string) => `/admin/arsip/${id}`,
  archivedFile: (id: string, version: number | string) => `/admin/arsip/${id}/berkas/${version}`,
  archiveBundle: '/admin/arsip/paket.zip',
  certificates: '/admin/sertifikat',
  certificate: (serial: string) => `/admin/sertifikat/${serial}`,
}

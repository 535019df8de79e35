export const documentPaths = {
  /** Short, because it is in every QR. */
  verify: (code: string) => `/v/${code}`,
  verifyForm: '/verifikasi',
  download: (id: string) => `/dokumen/${id}.pdf`,
  authority: '/sertifikat-otoritas.pem',
}

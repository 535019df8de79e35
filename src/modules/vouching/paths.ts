export const vouchingPaths = {
  /** Of the person: who asked, who may. */
  own: '/akun/data-saya/pemeriksaan',
  consent: (id: string) => `/akun/data-saya/persetujuan/${id}`,
  /** Of programs of partners. */
  ask: '/api/v1/verifikasi-penduduk',
  consents: '/api/v1/persetujuan',
  consentState: (id: string) => `/api/v1/persetujuan/${id}`,
}

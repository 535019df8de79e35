export const noticePaths = {
  /** For people of a partner. */
  facility: '/fasilitas',
  report: (partnerId: string, kind: string) => `/fasilitas/${partnerId}/lapor/${kind}`,
  own: (partnerId: string, id: string) => `/fasilitas/${partnerId}/${id}`,
  /** For the family. */
  family: (id: string) => `/kabar/${id}`,
  /** For officers. */
  desk: '/kependudukan/pemberitahuan',
  notice: (id: string) => `/kependudukan/pemberitahuan/${id}`,
  /** For programs of partners. */
  api: '/api/v1/pemberitahuan',
  apiNotice: (id: string) => `/api/v1/pemberitahuan/${id}`,
  apiWithdraw: (id: string) => `/api/v1/pemberitahuan/${id}/tarik`,
}

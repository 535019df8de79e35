export const partnerPaths = {
  list: '/admin/mitra',
  add: '/admin/mitra/baru',
  partner: (id: string) => `/admin/mitra/${id}`,
  change: (id: string) => `/admin/mitra/${id}/ubah`,
  state: (id: string) => `/admin/mitra/${id}/keadaan`,
  keys: (id: string) => `/admin/mitra/${id}/kunci`,
  revoke: (id: string, keyId: string) => `/admin/mitra/${id}/kunci/${keyId}/cabut`,
  members: (id: string) => `/admin/mitra/${id}/petugas`,
  endMember: (id: string, memberId: string) => `/admin/mitra/${id}/petugas/${memberId}/akhiri`,
}

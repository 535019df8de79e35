export const messagingPaths = {
  inbox: '/akun/pesan',
  read: (id: string) => `/akun/pesan/${id}`,
  demoMailbox: '/percontohan/surat',
}

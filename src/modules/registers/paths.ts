export const registerPaths = {
  list: '/admin/nomor',
  add: '/admin/nomor/baru',
  register: (key: string) => `/admin/nomor/${key}`,
  take: (key: string) => `/admin/nomor/${key}/ambil`,
  insert: (key: string) => `/admin/nomor/${key}/sisip`,
  reserve: (key: string) => `/admin/nomor/${key}/cadangkan`,
  pattern: (key: string) => `/admin/nomor/${key}/pola`,
  number: (key: string, id: string) => `/admin/nomor/${key}/${id}`,
  closeBlock: (key: string, id: string) => `/admin/nomor/${key}/blok/${id}/tutup`,
}

export const territoryPaths = {
  children: '/wilayah/anak',
  search: '/wilayah/cari',
  neighbourhoods: '/admin/rt-rw',
  newNeighbourhoods: '/admin/rt-rw/baru',
  neighbourhood: (id: string) => `/admin/rt-rw/${id}`,
  nameHead: (id: string) => `/admin/rt-rw/${id}/ketua`,
  closeNeighbourhood: (id: string) => `/admin/rt-rw/${id}/tutup`,
  reopenNeighbourhood: (id: string) => `/admin/rt-rw/${id}/buka-lagi`,
} as const

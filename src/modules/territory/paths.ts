export const territoryPaths = {
  children: '/wilayah/anak',
  search: '/wilayah/cari',
} as const

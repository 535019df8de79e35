export const portalPaths = {
  start: '/',
  event: (slug: string) => `/peristiwa/${slug}`,
  government: '/pemerintah',
  accessibility: '/aksesibilitas',
  rules: '/aturan',
  holidays: (year: number) => `/hari-kerja/${year}`,
}

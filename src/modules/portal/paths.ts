export const portalPaths = {
  start: '/',
  event: (slug: string) => `/peristiwa/${slug}`,
  government: '/pemerintah',
  accessibility: '/aksesibilitas',
}

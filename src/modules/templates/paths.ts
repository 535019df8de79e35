export const templatePaths = {
  list: '/admin/templat',
  view: (key: string) => `/admin/templat/${key}`,
  edit: (key: string) => `/admin/templat/${key}/ubah`,
  preview: (key: string) => `/admin/templat/${key}/pratinjau`,
  copy: (key: string) => `/admin/templat/${key}/salin`,
  compare: (key: string) => `/admin/templat/${key}/bandingkan`,
  act: (key: string, act: 'terbitkan' | 'hentikan' | 'pakai-lagi' | 'singkirkan') => `/admin/templat/${key}/${act}`,
  specimen: (key: string, version: number) => `/admin/templat/${key}/contoh-${version}.pdf`,
  page: (key: string, version: number, page: number) => `/admin/templat/${key}/versi/${version}/${page}.svg`,
}

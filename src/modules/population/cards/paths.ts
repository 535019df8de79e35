export const cardPaths = {
  desk: '/kependudukan/kartu',
  card: (id: string) => `/kependudukan/kartu/${id}`,
  find: '/kependudukan/kartu/cari',
  act: (id: string) => `/kependudukan/kartu/${id}/tindakan`,
  record: (id: string) => `/kependudukan/kartu/${id}/rekam`,
  picture: (id: string) => `/kependudukan/kartu/${id}/gambar`,
  batches: '/kependudukan/kartu/lembar',
  batch: (id: string) => `/kependudukan/kartu/lembar/${id}`,
  batchSheet: (id: string) => `/kependudukan/kartu/lembar/${id}/cetak`,
  shelve: '/kependudukan/kartu/simpan',
  blanks: '/kependudukan/kartu/blangko',
  own: '/kartu-saya',
}

export const nationalPaths = {
  board: '/kependudukan/pusat',
  difference: (id: string) => `/kependudukan/pusat/perbedaan/${id}`,
  act: (id: string) => `/kependudukan/pusat/perbedaan/${id}/tindakan`,
  queue: '/kependudukan/pusat/antrean',
  tryNow: '/kependudukan/pusat/coba',
  check: '/kependudukan/pusat/periksa',
  settings: '/kependudukan/pusat/pengaturan',
  blocks: '/kependudukan/pusat/nomor-cadangan',
  endBlock: (id: string) => `/kependudukan/pusat/nomor-cadangan/${id}/akhiri`,
  simulator: '/kependudukan/pusat/simulator',
}

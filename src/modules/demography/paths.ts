export const demographyPaths = {
  figures: '/data/kependudukan',
  monthly: '/kependudukan/laporan-bulanan',
}

export const ownDataPaths = {
  page: '/akun/data-saya',
  file: '/akun/data-saya/berkas.json',
}

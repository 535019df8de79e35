export const oversightPaths = {
  accessRecord: '/siapa-melihat-data-saya',
  journal: '/pengawasan/jurnal',
  proofs: '/bukti',
}

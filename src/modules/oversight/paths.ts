const log = '/bukti/log'

export const oversightPaths = {
  accessRecord: '/siapa-melihat-data-saya',
  ownReading: (id: string) => `/siapa-melihat-data-saya/${id}/isi.json`,
  journal: '/pengawasan/jurnal',
  witnesses: '/pengawasan/saksi',
  proofs: '/bukti',
  find: '/bukti/cari',
  head: (size: number | string) => `/bukti/kepala/${size}`,
  entry: (id: string) => `/bukti/catatan/${id}`,
  proofFile: (id: string) => `/bukti/catatan/${id}/bukti.tlog-proof`,
  log: {
    checkpoint: `${log}/checkpoint`,
    key: `${log}/key`,
    tile: `${log}/tile/*`,
    consistency: `${log}/consistency`,
    entryAndProof: `${log}/entry-and-proof`,
    cosignature: `${log}/cosignature`,
  },
}

export const fieldCounterPaths = {
  app: '/lapangan',
  worker: '/lapangan/pekerja.js',
  setUp: '/lapangan/pasang',
  enroll: '/lapangan/perangkat',
  unlock: '/lapangan/perangkat/buka',
  state: '/lapangan/keadaan',
  catalogue: '/lapangan/bekal.json',
  form: (slug: string) => `/lapangan/bekal/${slug}.json`,
  areas: '/lapangan/wilayah.json',
  announce: (itemId: string) => `/lapangan/kirim/${itemId}`,
  part: (itemId: string, fileId: string, number: number) => `/lapangan/kirim/${itemId}/${fileId}/${number}`,
  finish: (itemId: string) => `/lapangan/kirim/${itemId}/selesai`,
  withdraw: (itemId: string) => `/lapangan/kirim/${itemId}/batal`,
  /** In the QR of provisional receipts. */
  receipt: (number: string) => `/lapangan/tanda/${number}`,
  items: '/lapangan/kiriman',
  item: (itemId: string) => `/lapangan/kiriman/${itemId}`,
  devices: '/lapangan/perangkat',
  device: (deviceId: string) => `/lapangan/perangkat/${deviceId}`,
  revoke: (deviceId: string) => `/lapangan/perangkat/${deviceId}/cabut`,
} as const

/** What a device keeps of the program itself. */
export const keptCounter = {
  store: 'balai-lapangan-1',
  page: fieldCounterPaths.app,
  worker: fieldCounterPaths.worker,
}

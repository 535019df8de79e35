export const movingPaths = {
  desk: '/kependudukan/perpindahan',
  transfer: (id: string) => `/kependudukan/perpindahan/${id}`,
  act: (id: string, what: string) => `/kependudukan/perpindahan/${id}/${what}`,
  ask: '/kependudukan/perpindahan/minta',
  paper: (id: string, documentId: string) => `/kependudukan/perpindahan/${id}/kartu/${documentId}`,
  peers: '/kependudukan/daerah-lain',
  addPeer: '/kependudukan/daerah-lain/tambah',
  peer: (code: string) => `/kependudukan/daerah-lain/${code}`,
  peerAct: (code: string, what: string) => `/kependudukan/daerah-lain/${code}/${what}`,
  claim: '/pindah-datang',
}

/** Where regions speak to each other. */
export const exchangePaths = {
  messages: '/antar-daerah/perpindahan',
  keys: '/antar-daerah/kunci',
}

export const credentialPaths = {
  /** Of the person: cards, devices, showings. */
  own: '/akun/kartu-digital',
  offer: '/akun/kartu-digital/tambah',
  browserOffer: '/akun/kartu-digital/tambah-di-sini',
  remove: '/akun/kartu-digital/hapus',
  lost: '/akun/kartu-digital/hilang',
  /** The wallet in the browser: a page that holds nothing of anybody. */
  wallet: '/kartu-digital',
  walletWorker: '/kartu-digital/pekerja.js',
  walletNonce: '/kartu-digital/tantangan',
  show: '/kartu-digital/tunjukkan',
  /** OpenID4VCI. */
  offerDocument: (reference: string) => `/kartu-digital/tawaran/${reference}`,
  token: '/kartu-digital/vci/token',
  nonce: '/kartu-digital/vci/nonce',
  credential: '/kartu-digital/vci/kartu',
  type: (kind: string) => `/kartu-digital/jenis/${kind}`,
  statusList: (list: number) => `/kartu-digital/status/${list}`,
  issuerMetadata: '/.well-known/openid-credential-issuer',
  serverMetadata: '/.well-known/oauth-authorization-server',
  jwtIssuer: '/.well-known/jwt-vc-issuer',
  /** Of whoever is shown a card. */
  check: '/periksa-kartu',
  opened: (code: string) => `/periksa-kartu/${code}`,
  request: '/periksa-kartu/minta',
  requested: (secret: string) => `/periksa-kartu/permintaan/${secret}`,
  answer: (id: string) => `/kartu-digital/vp/${id}`,
  apiCheck: '/api/v1/periksa-kartu',
  apiNonce: '/api/v1/periksa-kartu/tantangan',
}

/** What a device keeps of the wallet itself. */
export const keptWallet = {
  store: 'balai-kartu-1',
  page: credentialPaths.wallet,
  worker: credentialPaths.walletWorker,
}

export const longTermPaths = {
  /** Time stamps after RFC 3161 for anyone who asks. */
  timeStamp: '/cap-waktu',
  /** The newest list of revoked certificates of an authority, DER. */
  revocationList: (authorityId: string) => `/daftar-cabut/${authorityId}.crl`,
}

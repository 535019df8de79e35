import type { X509Certificate } from 'node:crypto'
import type { Revision } from '../pdf/revision.ts'
import { unfilter } from '../pdf/unfilter.ts'
import { isArray, PdfStream } from '../pdf/values.ts'
import { readCertificates } from './read-cms.ts'

/** What a file carries to be checked later: the document security store (ETSI EN 319 142-1, 5.4.2). */
export interface ValidationStore {
  readonly certificates: readonly X509Certificate[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

const MOST_ITEMS = 60

export function readValidationStore(revision: Revision): ValidationStore {
  const store = revision.dict(revision.catalog.get('DSS'))
  const streams = (key: string): Uint8Array[] => {
    const list = store && revision.resolve(store.get(key))
    return (isArray(list) ? list.slice(0, MOST_ITEMS) : []).flatMap((one) => {
      const stream = revision.resolve(one)
      return stream instanceof PdfStream ? [unfilter(stream, revision.budget)] : []
    })
  }
  return { certificates: readCertificates(streams('Certs')), crls: streams('CRLs'), ocsps: streams('OCSPs') }
}

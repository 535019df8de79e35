import type { CardKind } from '../domain.ts'

/** A card as it lies in this browser. Its key can sign here and cannot be taken out. */
export interface KeptCard {
  /** Of the browser; the region knows it by its place in the status list. */
  readonly id: string
  readonly kind: CardKind
  /** With all disclosures. */
  readonly sdJwt: string
  readonly key: CryptoKey
  /** "Kartu alamat, Sekar Wulandari" */
  readonly label: string
  readonly addedAt: string
  /** Ended by the region, as last heard. */
  readonly isRevoked?: boolean | undefined
}

export interface BrowserRecord {
  readonly key: 'browser'
  /** By which the person knows this browser in his list of devices. */
  readonly deviceId: string
  readonly name: string
}

interface Stores {
  card: KeptCard
  browser: BrowserRecord
}
type StoreName = keyof Stores

const databaseName = 'balai-kartu'
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('card', { keyPath: 'id' })
      request.result.createObjectStore('browser', { keyPath: 'key' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function inStore<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const request = work(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result as Result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const listCards = (): Promise<KeptCard[]> => inStore('card', 'readonly', (store) => store.getAll())
export const keepCard = (card: KeptCard): Promise<void> => inStore('card', 'readwrite', (store) => store.put(card))
export const dropCard = (id: string): Promise<void> => inStore('card', 'readwrite', (store) => store.delete(id))
export const findBrowser = (): Promise<BrowserRecord | undefined> =>
  inStore('browser', 'readonly', (store) => store.get('browser'))
export const keepBrowser = (record: BrowserRecord): Promise<void> =>
  inStore('browser', 'readwrite', (store) => store.put(record))

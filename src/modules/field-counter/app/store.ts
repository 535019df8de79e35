/** What lies in IndexedDB: keys and forms as they are, everything about people sealed (`vault.ts`). */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

export interface DeviceRecord {
  readonly key: 'device'
  readonly id: string
  readonly code: string
  readonly name: string
  /** Neither can be taken out of this browser. */
  readonly signKey: CryptoKey
  readonly macKey: CryptoKey
  /** Running number of provisional receipts. */
  readonly counter: number
  /** Clock of the device minus that of the server when they last met. */
  readonly clockOffsetMs?: number | undefined
  readonly lastContactAt?: string | undefined
  readonly locale?: 'id' | 'en' | undefined
}

export interface VaultRecord {
  readonly accountId: string
  /** Post and initials: a locked device does not say whose it is. */
  readonly label: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iterations: number
  /** Gone when the PIN was wrong too often. */
  readonly byPin: Sealed | undefined
  readonly byServer: Sealed
  readonly wrong: number
  readonly lockAfterMinutes: number
}

export type DraftState = 'draft' | 'queued' | 'received' | 'refused' | 'conflict'

/** Why an item that is to be sent is not being sent. */
export type WaitReason =
  | 'network'
  | 'signed-out'
  | 'other-account'
  | 'forbidden'
  | 'revoked'
  | 'busy'
  | 'earlier'
  | 'interrupted'
  | 'unreadable-file'

export interface DraftRecord {
  readonly id: string
  /** Account of the official. */
  readonly owner: string
  readonly state: DraftState
  readonly serviceId: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly queuedAt?: string | undefined
  readonly localNumber?: string | undefined
  readonly wait?: WaitReason | undefined
  /** What the server said, where that helps. */
  readonly waitText?: string | undefined
  readonly nextTryAt?: number | undefined
  readonly tries: number
  /** A sending that goes on tells so every few seconds; an older word counts for nothing. */
  readonly progress?: { readonly sent: number; readonly of: number; readonly at: number } | undefined
  readonly sealed: Sealed
}

export interface FileRecord {
  readonly id: string
  readonly draftId: string
  readonly owner: string
  readonly size: number
  readonly sealed: Sealed
}

export interface PackRecord {
  /** `catalogue`, `areas`, or `form/<service id>`. */
  readonly id: string
  readonly madeAt: string
  readonly value: unknown
}

interface Stores {
  device: DeviceRecord
  vault: VaultRecord
  pack: PackRecord
  draft: DraftRecord
  file: FileRecord
}
type StoreName = keyof Stores

const databaseName = 'balai-lapangan'
const keyPaths: Readonly<Record<StoreName, string>> = {
  device: 'key',
  vault: 'accountId',
  pack: 'id',
  draft: 'id',
  file: 'id',
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(keyPaths)) request.result.createObjectStore(name, { keyPath })
      request.transaction?.objectStore('file').createIndex('draft', 'draftId')
    }
    request.onsuccess = () => {
      // Another tab that wipes the device must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close()
        opened = undefined
      }
      resolve(request.result)
    }
    request.onerror = () => {
      opened = undefined
      reject(request.error)
    }
  })
  return opened
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
    transaction.onerror = () => reject(transaction.error)
  })
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

export async function read<Name extends StoreName>(name: Name, key: string): Promise<Stores[Name] | undefined> {
  const database = await open()
  return asked(database.transaction(name).objectStore(name).get(key)) as Promise<Stores[Name] | undefined>
}

export async function readAll<Name extends StoreName>(name: Name): Promise<Stores[Name][]> {
  const database = await open()
  return asked(database.transaction(name).objectStore(name).getAll()) as Promise<Stores[Name][]>
}

/** @throws QuotaExceededError when the device is full; then nothing of it was written */
export async function write<Name extends StoreName>(name: Name, value: Stores[Name]): Promise<void> {
  const database = await open()
  // "Strict": an answer typed before the battery died is there afterwards.
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
  const finished = done(transaction)
  transaction.objectStore(name).put(value)
  await finished
}

/** Reads and writes one record in one transaction, which other tabs cannot come between. */
export async function change<Name extends StoreName>(
  name: Name,
  key: string,
  next: (known: Stores[Name] | undefined) => Stores[Name] | undefined,
): Promise<Stores[Name] | undefined> {
  const database = await open()
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
  const finished = done(transaction)
  const store = transaction.objectStore(name)
  const value = next((await asked(store.get(key))) as Stores[Name] | undefined)
  if (value) store.put(value)
  await finished
  return value
}

/** A draft and its files go together. */
export async function removeDraft(id: string, alsoRecord = true): Promise<void> {
  const database = await open()
  const transaction = database.transaction(['draft', 'file'], 'readwrite', { durability: 'strict' })
  const finished = done(transaction)
  const files = transaction.objectStore('file')
  const keys = await asked(files.index('draft').getAllKeys(id))
  for (const key of keys) files.delete(key)
  if (alsoRecord) transaction.objectStore('draft').delete(id)
  await finished
}

export async function removeFile(id: string): Promise<void> {
  const database = await open()
  const transaction = database.transaction('file', 'readwrite')
  const finished = done(transaction)
  transaction.objectStore('file').delete(id)
  await finished
}

/** Everything that this origin keeps for the counter. */
export async function wipe(): Promise<void> {
  const database = await open().catch(() => undefined)
  database?.close()
  opened = undefined
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

import { localNumber } from '../domain.ts'
import { change, type DraftRecord, type FileRecord, read, readAll, removeDraft, write } from './store.ts'
import { type OpenVault, openFile, openJson, sealFile, sealJson } from './vault.ts'

export interface LocalText {
  readonly id: string
  readonly en: string
}

export interface ServerReason {
  readonly text: LocalText
  readonly caseNumber?: string | undefined
  readonly fields: readonly { readonly path: string; readonly message: LocalText }[]
}

export interface DraftFile {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly digest: string
}

/** All that a draft says of people; on the device it lies sealed. */
export interface DraftContent {
  readonly version: number
  readonly slug: string
  readonly title: LocalText
  /** Of whom it is, for the list: the name that was typed. */
  readonly subject: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly seen: readonly string[]
  readonly files: readonly DraftFile[]
  /** Under which items of one family are sent in order. */
  readonly family: string
  readonly dependsOn?: string | undefined
  readonly otherEventReason?: string | undefined
  readonly reasonCode?: string | undefined
  readonly reason?: ServerReason | undefined
  readonly received?:
    | {
        readonly caseNumber: string
        readonly pin: string
        readonly at: string
        readonly reportedOn: string
        readonly isClockTrusted: boolean
        readonly version: number
        readonly state?: LocalText | undefined
        readonly isWithApplicant?: boolean | undefined
        readonly result?: string | undefined
      }
    | undefined
}

export interface Draft {
  readonly record: DraftRecord
  readonly content: DraftContent
}

const place = (id: string) => `draft/${id}`

/** Time-ordered (RFC 9562, version 7), so that the server's lists are in order too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let time = Date.now()
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Of this official, the newest first. Another's do not open. */
export async function listDrafts(vault: OpenVault): Promise<Draft[]> {
  const own = (await readAll('draft')).filter((record) => record.owner === vault.accountId)
  const opened = await Promise.all(
    own.map(async (record) => ({
      record,
      content: await openJson<DraftContent>(vault, record.sealed, place(record.id)),
    })),
  )
  return opened.sort((a, b) => (a.record.updatedAt < b.record.updatedAt ? 1 : -1))
}

export async function findDraft(vault: OpenVault, id: string): Promise<Draft | undefined> {
  const record = await read('draft', id)
  if (!record || record.owner !== vault.accountId) return undefined
  return { record, content: await openJson<DraftContent>(vault, record.sealed, place(id)) }
}

export async function startDraft(
  vault: OpenVault,
  form: { readonly id: string; readonly version: number; readonly slug: string; readonly title: LocalText },
): Promise<string> {
  const id = newId()
  const now = new Date().toISOString()
  const content: DraftContent = {
    version: form.version,
    slug: form.slug,
    title: form.title,
    subject: '',
    answers: {},
    seen: [],
    files: [],
    family: '',
  }
  await write('draft', {
    id,
    owner: vault.accountId,
    state: 'draft',
    serviceId: form.id,
    createdAt: now,
    updatedAt: now,
    tries: 0,
    sealed: await sealJson(vault, content, place(id)),
  })
  return id
}

/** Keeps what changed of a draft. @throws QuotaExceededError when the device is full */
export async function saveDraft(
  vault: OpenVault,
  id: string,
  content: DraftContent,
  more: Partial<DraftRecord> = {},
): Promise<void> {
  const sealed = await sealJson(vault, content, place(id))
  await change('draft', id, (known) => known && { ...known, updatedAt: new Date().toISOString(), ...more, sealed })
}

/** What is not secret of a draft: its state and when it is tried again. */
export async function noteDraft(id: string, more: Partial<DraftRecord>): Promise<void> {
  await change('draft', id, (known) => known && { ...known, ...more })
}

/** Puts a draft in the queue; its number stays the same if it comes back and is queued again. */
export async function queueDraft(vault: OpenVault, draft: Draft): Promise<void> {
  const { id } = draft.record
  let number = draft.record.localNumber
  if (!number) {
    const device = await change('device', 'device', (known) => known && { ...known, counter: known.counter + 1 })
    if (!device) throw new Error('no device')
    number = localNumber(device.code, device.counter)
  }
  const earlier = (await listDrafts(vault)).filter(
    (other) =>
      other.record.id !== id &&
      other.content.family === draft.content.family &&
      other.record.queuedAt !== undefined &&
      other.record.state !== 'received',
  )
  const before = earlier.sort((a, b) => ((a.record.queuedAt ?? '') < (b.record.queuedAt ?? '') ? 1 : -1))[0]
  const content: DraftContent = {
    ...draft.content,
    dependsOn: before?.record.id,
    reason: undefined,
    reasonCode: undefined,
  }
  await saveDraft(vault, id, content, {
    state: 'queued',
    localNumber: number,
    queuedAt: draft.record.queuedAt ?? new Date().toISOString(),
    wait: undefined,
    waitText: undefined,
    nextTryAt: 0,
    tries: 0,
    progress: undefined,
  })
}

/** Takes it out of the queue to be changed. */
export async function reopenDraft(id: string): Promise<void> {
  await noteDraft(id, { state: 'draft', wait: undefined, waitText: undefined, progress: undefined })
}

/** @throws QuotaExceededError */
export async function keepFile(vault: OpenVault, draftId: string, id: string, bytes: ArrayBuffer): Promise<void> {
  const sealed = await sealFile(vault, bytes, `file/${id}`)
  await write('file', { id, draftId, owner: vault.accountId, size: bytes.byteLength, sealed })
}

/** The bytes of a file; undefined when it is not there or does not open any more. */
export async function readFile(vault: OpenVault, id: string): Promise<ArrayBuffer | undefined> {
  const record: FileRecord | undefined = await read('file', id)
  if (!record) return undefined
  try {
    return await openFile(vault, record.sealed, `file/${id}`)
  } catch {
    return undefined
  }
}

/** What is left of a received item: its numbers. The papers and answers are the server's now. */
export async function settleReceived(
  vault: OpenVault,
  draft: Draft,
  received: DraftContent['received'],
): Promise<void> {
  const content: DraftContent = {
    ...draft.content,
    answers: {},
    files: [],
    received,
    reason: undefined,
    reasonCode: undefined,
  }
  await saveDraft(vault, draft.record.id, content, {
    state: 'received',
    wait: undefined,
    waitText: undefined,
    progress: undefined,
    nextTryAt: undefined,
  })
  await removeDraft(draft.record.id, false)
}

import { partBytes, partsOf } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import { applicantFrom, serviceAnswers } from './applicant.ts'
import {
  type Draft,
  type DraftContent,
  findDraft,
  listDrafts,
  noteDraft,
  readFile,
  type ServerReason,
  saveDraft,
  settleReceived,
} from './drafts.ts'
import { packMadeAt } from './pack.ts'
import { keepClock, Refusal, sendBytes, sendJson } from './request.ts'
import { type DeviceRecord, read, type WaitReason } from './store.ts'
import type { OpenVault } from './vault.ts'

/** One sender among all tabs of this browser. */
const lockName = 'balai-lapangan-kirim'
const pausesMs = [5_000, 15_000, 60_000, 300_000, 900_000]

interface Standing {
  readonly id: string
  readonly state: 'arriving' | 'received' | 'refused' | 'conflict' | 'withdrawn'
  readonly serverTime: string
  readonly version: number
  readonly reportedOn: string
  readonly isClockTrusted: boolean
  readonly caseNumber?: string
  readonly pin?: string
  readonly settledAt?: string
  readonly reasonCode?: string
  readonly reason?: ServerReason
  readonly missing?: readonly { readonly id: string; readonly numbers: readonly number[] }[]
  readonly case?: {
    readonly state: { id: string; en: string }
    readonly isWithApplicant: boolean
    readonly result?: string
  }
}

export interface Contact {
  readonly isReached: boolean
  readonly wait?: WaitReason | undefined
  readonly isRevoked?: boolean | undefined
  /** Something that was sent before turned out to be settled. */
  readonly isNews?: boolean | undefined
}

/** Tells the server how this device is, and hears of what was sent before. */
export async function callIn(device: DeviceRecord, vault: OpenVault | undefined, wiped = false): Promise<Contact> {
  const drafts = vault ? await listDrafts(vault) : []
  const waiting = drafts.filter((draft) => draft.record.state === 'queued')
  const asked = drafts.filter(
    (draft) => draft.record.localNumber && (draft.record.state !== 'received' || !draft.content.received?.result),
  )
  try {
    const answer = await sendJson<{
      serverTime: string
      accountId: string
      isRevoked: boolean
      items: readonly Standing[]
    }>(device, fieldCounterPaths.state, {
      drafts: drafts.filter((draft) => draft.record.state === 'draft').length,
      queued: waiting.length,
      oldestQueuedAt: waiting.map((draft) => draft.record.queuedAt ?? '').sort()[0],
      packMadeAt: await packMadeAt(),
      wiped,
      items: asked.slice(0, 200).map((draft) => draft.record.id),
    })
    await keepClock(answer.serverTime)
    if (vault && answer.accountId !== vault.accountId) return { isReached: true, wait: 'other-account' }
    const isNews = vault ? await hearOf(vault, drafts, answer.items) : false
    return { isReached: true, isRevoked: answer.isRevoked, isNews }
  } catch (error) {
    if (error instanceof Refusal) return { isReached: error.wait !== 'network', wait: error.wait }
    throw error
  }
}

/** An answer that got lost on its way is in here: what the server has settled is settled. */
async function hearOf(vault: OpenVault, drafts: readonly Draft[], items: readonly Standing[]): Promise<boolean> {
  let isNews = false
  for (const item of items) {
    const draft = drafts.find((each) => each.record.id === item.id)
    if (!draft || item.state !== 'received') continue
    isNews ||= draft.record.state !== 'received' || draft.content.received?.state?.id !== item.case?.state.id
    await settle(vault, draft.record.id, item)
  }
  return isNews
}

/** @param tell called whenever something changed that a page shows */
export async function sendQueued(vault: OpenVault, tell: () => void): Promise<void> {
  await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    for (;;) {
      const due = (await listDrafts(vault))
        .filter((draft) => draft.record.state === 'queued' && (draft.record.nextTryAt ?? 0) <= Date.now())
        .sort((a, b) => ((a.record.queuedAt ?? '') < (b.record.queuedAt ?? '') ? -1 : 1))
      const next = due[0]
      if (!next) return
      const goesOn = await sendOne(vault, next, tell)
      tell()
      if (!goesOn) return
    }
  })
}

/** @returns false when there is no sense in trying the others now */
async function sendOne(vault: OpenVault, draft: Draft, tell: () => void): Promise<boolean> {
  const device = await read('device', 'device')
  if (!device) return false
  const { id } = draft.record
  const waitsFor = draft.content.dependsOn && (await findDraft(vault, draft.content.dependsOn))
  if (waitsFor && waitsFor.record.state !== 'received') {
    await postpone(draft, 'earlier', waitsFor.record.localNumber)
    return true
  }
  try {
    await noteDraft(id, { wait: undefined, waitText: undefined, progress: { sent: 0, of: 1, at: Date.now() } })
    tell()
    const standing = await travel(vault, device, draft, tell)
    await keepClock(standing.serverTime)
    await settle(vault, id, standing)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // What the server cannot read is a matter of this item; everything else of the hour.
    if (error.status === 400 || error.status === 413 || error.status === 422) {
      const reason = { text: { id: error.detail, en: error.detail }, fields: [] }
      await refuse(vault, id, 'refused', 'unreadable', reason)
      return true
    }
    if (error.status === 409) {
      await postpone(draft, 'earlier', error.detail)
      return true
    }
    await postpone(draft, error.wait, error.detail, error.retryAfter)
    return false
  }
}

/** Announces, sends what is missing, and asks for the end; what broke off goes on where it was. */
async function travel(vault: OpenVault, device: DeviceRecord, draft: Draft, tell: () => void): Promise<Standing> {
  const { id } = draft.record
  const { content } = draft
  const total = content.files.reduce((sum, file) => sum + partsOf(file.size), 0) + 2
  const mark = async (sent: number) => {
    await noteDraft(id, { progress: { sent: Math.min(sent, total), of: total, at: Date.now() } })
    tell()
  }
  let standing = await sendJson<Standing>(device, fieldCounterPaths.announce(id), itemOf(draft))
  // Three times at most: a piece that arrives broken is asked for again.
  for (let round = 0; round < 3 && standing.state === 'arriving'; round += 1) {
    const missing = standing.missing ?? []
    let left = missing.reduce((sum, file) => sum + file.numbers.length, 0)
    await mark(total - 1 - left)
    for (const file of missing) {
      const bytes = await readFile(vault, file.id)
      if (!bytes) return lostFile(standing, content, file.id)
      for (const number of file.numbers) {
        const piece = new Uint8Array(bytes.slice(number * partBytes, (number + 1) * partBytes))
        await sendBytes(device, fieldCounterPaths.part(id, file.id, number), piece)
        left -= 1
        await mark(total - 1 - left)
      }
    }
    try {
      standing = await sendJson<Standing>(device, fieldCounterPaths.finish(id), {})
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409) throw error
      const again = await sendJson<Standing>(device, fieldCounterPaths.announce(id), itemOf(draft))
      // Nothing is missing and still it may not be finished: it waits for another.
      if (again.state === 'arriving' && !again.missing?.length) throw error
      standing = again
    }
  }
  return standing
}

/** The tablet lost a file: it is said at its question, and can be photographed again. */
function lostFile(standing: Standing, content: DraftContent, fileId: string): Standing {
  const field = content.files.find((file) => file.id === fileId)?.field ?? ''
  const message = {
    id: 'Berkas ini tidak dapat dibaca lagi dari perangkat. Hapus lalu foto ulang.',
    en: 'This file cannot be read from the device any more. Remove it and take it again.',
  }
  return {
    ...standing,
    state: 'refused',
    reasonCode: 'file-lost',
    reason: { text: message, fields: [{ path: field, message }] },
  }
}

function itemOf({ record, content }: Draft) {
  return {
    localNumber: record.localNumber,
    serviceId: record.serviceId,
    version: content.version,
    filledAt: record.queuedAt,
    applicant: applicantFrom(content.answers),
    answers: serviceAnswers(content.answers),
    files: content.files,
    ...(content.dependsOn ? { dependsOn: content.dependsOn } : {}),
    ...(content.otherEventReason ? { otherEventReason: content.otherEventReason } : {}),
  }
}

async function settle(vault: OpenVault, id: string, standing: Standing): Promise<void> {
  const draft = await findDraft(vault, id)
  if (!draft) return
  switch (standing.state) {
    case 'received':
      await settleReceived(vault, draft, {
        caseNumber: standing.caseNumber ?? '',
        pin: standing.pin ?? '',
        at: standing.settledAt ?? standing.serverTime,
        reportedOn: standing.reportedOn,
        isClockTrusted: standing.isClockTrusted,
        version: standing.version,
        state: standing.case?.state ?? draft.content.received?.state,
        isWithApplicant: standing.case?.isWithApplicant,
        result: standing.case?.result,
      })
      return
    case 'refused':
    case 'conflict':
      await refuse(vault, id, standing.state, standing.reasonCode ?? '', standing.reason)
      return
    case 'arriving':
      await postpone(draft, 'interrupted')
  }
}

async function refuse(
  vault: OpenVault,
  id: string,
  state: 'refused' | 'conflict',
  reasonCode: string,
  reason: ServerReason | undefined,
): Promise<void> {
  const draft = await findDraft(vault, id)
  if (!draft) return
  await saveDraft(
    vault,
    id,
    { ...draft.content, reasonCode, reason },
    { state, wait: undefined, waitText: undefined, progress: undefined, nextTryAt: undefined },
  )
}

async function postpone(draft: Draft, wait: WaitReason, text?: string, seconds?: number): Promise<void> {
  const tries = draft.record.tries + 1
  const pause = seconds ? seconds * 1000 : (pausesMs[Math.min(tries, pausesMs.length) - 1] as number)
  await noteDraft(draft.record.id, {
    wait,
    waitText: text || undefined,
    tries,
    nextTryAt: Date.now() + pause,
    progress: undefined,
  })
}

/** Tries everything that waits at once: somebody pressed the button, signed in, or the network is back. */
export async function hurry(vault: OpenVault): Promise<void> {
  for (const draft of await listDrafts(vault)) {
    if (draft.record.state === 'queued') await noteDraft(draft.record.id, { nextTryAt: 0 })
  }
}

/** Says at every item that waits why it does: a state nobody can explain is a stuck one. */
export async function noteWaiting(vault: OpenVault, wait: WaitReason): Promise<void> {
  for (const draft of await listDrafts(vault)) {
    if (draft.record.state !== 'queued' || draft.record.wait === wait) continue
    await noteDraft(draft.record.id, { wait, waitText: undefined, progress: undefined })
  }
}

/** The official gives an item up; the server forgets what it had of it. */
export async function giveUp(draft: Draft, reason: string): Promise<void> {
  const device = await read('device', 'device')
  if (!device || !draft.record.localNumber) return
  await sendJson(device, fieldCounterPaths.withdraw(draft.record.id), { reason })
}

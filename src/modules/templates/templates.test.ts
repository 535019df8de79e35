import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { endTypesetting } from '#modules/documents/testing.ts'
import { administrator, testOffice } from '#modules/organization/testing.ts'
import { copyTemplate, discardDraft, saveDraft } from './commands/edit-template.ts'
import { publishDraft, restoreTemplate, retireTemplate } from './commands/publish-template.ts'
import { installTemplates } from './install.ts'
import { letterKindKeys } from './kinds.ts'
import { getTemplateVersion, listPublishedTemplates } from './queries/published.ts'
import { findTemplate, listChanges, listTemplates, listVersions } from './queries/templates.ts'
import type { TemplateContent } from './template.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const all = ['templates.read', 'templates.edit', 'templates.publish']
const writer: Actor = { ...administrator(all), accountId: 'writer', name: 'Laras' }
const checker: Actor = { ...administrator(all), accountId: 'checker', name: 'Yusuf' }

const run = <I, R>(what: Command<I, R>, input: unknown, actor: Actor = writer): Promise<R> =>
  runCommand(what, input, { tenant: place.tenant, actor, clock })
const db = () => place.tenant.pools.read

async function asOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

async function versions(key: string) {
  const template = await findTemplate(db(), key)
  return listVersions(db(), template?.id ?? '')
}
const newest = async (key: string): Promise<TemplateContent> => (await versions(key))[0]?.content as TemplateContent

async function ownCopy(key: string, unitPath = ''): Promise<void> {
  await run(copyTemplate, {
    from: 'surat-tugas',
    key,
    nameId: 'Surat tugas daerah',
    nameEn: 'Own assignment',
    unitPath,
  })
}

beforeAll(async () => {
  place = await testTenant()
  const office = testOffice(place.tenant)
  await office.unit('setda')
  await office.unit('dinkes')
  await asOwner(installTemplates)
})
afterAll(async () => {
  await endTypesetting()
  await place.close()
})

describe('shipped templates', () => {
  it('are usable from the start, one for each kind of letter', async () => {
    const published = await listPublishedTemplates(db(), { unitPath: 'setda.umum' })
    expect(published.map((template) => template.kind).sort()).toEqual([...letterKindKeys].sort())
    const [first] = published
    const version = await getTemplateVersion(db(), first?.versionId ?? '')
    expect(version).toMatchObject({ key: first?.key, version: 1, isBuiltIn: true, group: first?.group })
    expect(version.source.length).toBeGreaterThan(50)
  })

  it('come in once; one that an update changed becomes a version after, and letters keep theirs', async () => {
    const count = async () =>
      (await asOwner((owner) => owner.query('select count(*)::int n from templates.version'))).rows[0].n
    const before = await count()
    await asOwner(installTemplates)
    expect(await count()).toBe(before)
    const [old] = await versions('maklumat')
    // As if an earlier program had shipped other words.
    await asOwner(async (owner) => {
      await owner.query('alter table templates.version disable trigger keep_published')
      await owner.query(`update templates.version set hash = '\\x00' where id = $1`, [old?.id])
      await owner.query('alter table templates.version enable trigger keep_published')
      await installTemplates(owner)
    })
    expect((await versions('maklumat')).map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ])
    expect((await getTemplateVersion(db(), old?.id ?? '')).version).toBe(1)
  })

  it('are copied, never changed', async () => {
    const content = await newest('surat-tugas')
    await expect(run(saveDraft, { key: 'surat-tugas', revision: 0, content, note: '' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })
})

describe("a region's own template", () => {
  it('begins as a copy that no letter can be made from', async () => {
    await ownCopy('tugas-daerah')
    expect(await findTemplate(db(), 'tugas-daerah')).toMatchObject({ status: 'draft', copiedFrom: 'surat-tugas' })
    expect((await listPublishedTemplates(db())).map(({ key }) => key)).not.toContain('tugas-daerah')
    await expect(ownCopy('tugas-daerah')).rejects.toMatchObject({ fields: [{ path: 'key' }] })
  })

  it('is published by another person than who edited it last', async () => {
    await expect(run(publishDraft, { key: 'tugas-daerah', revision: 1 }, writer)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await run(publishDraft, { key: 'tugas-daerah', revision: 1 }, checker)).toEqual({ version: 1 })
    expect((await listPublishedTemplates(db())).map(({ key }) => key)).toContain('tugas-daerah')
  })

  it('gets a next version; what is published stays as it is, even for the owner of the tables', async () => {
    const content = await newest('tugas-daerah')
    const changed = { ...content, source: content.source.replace('MENUGASKAN', 'MEMBERI TUGAS') }
    await run(saveDraft, { key: 'tugas-daerah', revision: 0, content: changed, note: 'Kata daerah' })
    expect((await versions('tugas-daerah')).map(({ version, state }) => [version, state])).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ])
    const published = (await versions('tugas-daerah'))[1]
    expect(published?.content.source).toContain('MENUGASKAN')
    await expect(
      asOwner((owner) => owner.query(`update templates.version set note = 'x' where id = $1`, [published?.id])),
    ).rejects.toThrow(/never changes/)
    const [change] = await listChanges(db(), (await findTemplate(db(), 'tugas-daerah'))?.id ?? '')
    expect(change).toMatchObject({ act: 'begun', parts: ['source'], note: 'Kata daerah', by: 'Laras' })
  })

  it('notices two who edit at the same time, and who publishes what he has not read', async () => {
    const content = await newest('tugas-daerah')
    const save = (revision: number, title: string) =>
      run(saveDraft, { key: 'tugas-daerah', revision, content: { ...content, title }, note: '' })
    await save(1, 'Surat Penugasan')
    await expect(save(1, 'Surat Lain')).rejects.toMatchObject({ code: 'conflict' })
    await expect(run(publishDraft, { key: 'tugas-daerah', revision: 1 }, checker)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await run(publishDraft, { key: 'tugas-daerah', revision: 2 }, checker)).toEqual({ version: 2 })
  })

  it('saved as it was is no change', async () => {
    const content = await newest('tugas-daerah')
    const id = (await findTemplate(db(), 'tugas-daerah'))?.id ?? ''
    const before = (await listChanges(db(), id)).length
    await run(saveDraft, { key: 'tugas-daerah', revision: 0, content, note: '' })
    expect((await listChanges(db(), id)).length).toBe(before)
  })

  it('is refused when a part is missing, a key comes twice, a body cannot be typeset', async () => {
    const content = await newest('tugas-daerah')
    const save = (more: Partial<TemplateContent>, revision = 0) =>
      run(saveDraft, { key: 'tugas-daerah', revision, content: { ...content, ...more }, note: '' })
    await expect(save({ signers: [] })).rejects.toMatchObject({ fields: [{ path: 'signers' }] })
    const [first] = content.fields
    await expect(save({ fields: first ? [first, first] : [] })).rejects.toMatchObject({
      fields: [{ path: 'fields[1].key' }],
    })
    // A draft may be half written; what is published may not.
    await save({ source: 'Kepada #isian.tidak-ada' })
    await expect(run(publishDraft, { key: 'tugas-daerah', revision: 1 }, checker)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'source', message: { id: expect.stringContaining('tidak-ada') } }],
    })
    await run(discardDraft, { key: 'tugas-daerah', reason: 'Salah tulis' })
    await save({ source: '#set text(font: "DejaVu Sans")\nHalo' })
    await expect(run(publishDraft, { key: 'tugas-daerah', revision: 1 }, checker)).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await run(discardDraft, { key: 'tugas-daerah', reason: 'Huruf asing' })
  })

  it('is retired and used again, in the version that is chosen', async () => {
    await run(retireTemplate, { key: 'tugas-daerah', reason: 'Tidak dipakai lagi' }, checker)
    expect((await listPublishedTemplates(db())).map(({ key }) => key)).not.toContain('tugas-daerah')
    await run(restoreTemplate, { key: 'tugas-daerah', version: 1, reason: 'Kembali ke bentuk lama' }, checker)
    const used = (await listPublishedTemplates(db())).find(({ key }) => key === 'tugas-daerah')
    expect(used?.version).toBe(1)
    // A version that was put aside was never in force.
    await expect(
      run(restoreTemplate, { key: 'tugas-daerah', version: 3, reason: 'Yang disingkirkan' }, checker),
    ).rejects.toMatchObject({ code: 'wrong-state' })
  })

  it('of a unit is kept by its people and seen by those below it', async () => {
    const stranger: Actor = { ...administrator(all, 'dinkes'), accountId: 'stranger' }
    const copy = { from: 'surat-tugas', nameId: 'Tugas setda', nameEn: 'Setda', unitPath: 'setda' }
    await expect(run(copyTemplate, { ...copy, key: 'tugas-setda' }, stranger)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await run(copyTemplate, { ...copy, key: 'tugas-setda' })
    const content = await newest('tugas-setda')
    await expect(
      run(saveDraft, { key: 'tugas-setda', revision: 1, content: { ...content, title: 'Lain' }, note: '' }, stranger),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(run(publishDraft, { key: 'tugas-setda', revision: 1 }, stranger)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await run(publishDraft, { key: 'tugas-setda', revision: 1 }, checker)
    const keys = async (unitPath: string) => (await listPublishedTemplates(db(), { unitPath })).map(({ key }) => key)
    expect(await keys('setda.umum')).toContain('tugas-setda')
    expect(await keys('setdalam')).not.toContain('tugas-setda')
    expect(await keys('dinkes')).not.toContain('tugas-setda')
  })
})

it('the list is searched, filtered and paged without losing a row', async () => {
  const own = await listTemplates(db(), { origin: 'own' })
  expect(own.rows.map(({ key }) => key).sort()).toEqual(['tugas-daerah', 'tugas-setda'])
  expect((await listTemplates(db(), { text: 'nota' })).rows.map(({ key }) => key)).toEqual([
    'nota-dinas',
    'nota-kesepahaman',
  ])
  expect((await listTemplates(db(), { text: '%' })).rows).toEqual([])
  const keys: string[] = []
  let after: string | undefined
  do {
    const list = await listTemplates(db(), { after, group: 'khusus' }, 4)
    keys.push(...list.rows.map(({ key }) => key))
    after = list.next
  } while (after)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBe((await listTemplates(db(), { group: 'khusus' })).rows.length)
})

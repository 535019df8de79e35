import pg from 'pg'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import type { TestPage } from '#kernel/testing/page.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { createDemoAccounts } from '#modules/accounts/index.ts'
import { dayNumber } from '#modules/people/demo/days.ts'
import { loadDemoPeople } from '#modules/people/demo/load-people.ts'
import { findPersonByNik, openNik } from '#modules/people/index.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoStreets, demoVillages } from '#modules/territory/demo/places.ts'
import { demoPeople } from '../../../../demo/known-people.ts'
import { attachFile, removeFile, reuseFile } from '../../commands/attachment.ts'
import { discardDraft, saveAnswers, startDraft } from '../../commands/draft.ts'
import type { ServiceDefinition } from '../../definition/schema.ts'
import { knownSources } from '../../extensions.ts'
import * as draft from '../../routes/draft.tsx'
import { everyKind } from './every-kind.ts'

/** The pages of applications over an invented village, with the form of every kind published. */
export interface FormPlace extends TestTenant {
  readonly server: TestServer
  readonly applicant: Actor
  readonly clock: FixedClock
}

export async function formPlace(definition: ServiceDefinition = everyKind): Promise<FormPlace> {
  const place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'register')
  const villages = demoVillages.map((village) => ({ ...village, streets: demoStreets(village) }))
  const today = dayNumber('2026-11-22')
  await loadDemoPeople({ owner, tenant: place.tenant, seed: 'register', people: 400, today, villages })
  const body = canonicalJson(definition)
  await owner.query(
    `insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, '\\x00', '2020-01-01')`,
    [definition.id, definition.version, definition.slug, body],
  )
  await owner.end()
  const clock = new FixedClock('2026-11-22T02:14:00Z')
  const forms = defineModule({
    name: 'services',
    routes: [
      draft.resumeDraft,
      draft.draftPage,
      draft.saveDraftPage,
      draft.uploadFile,
      draft.checkDraft,
      draft.discard,
    ],
    commands: [startDraft, saveAnswers, discardDraft, attachFile, removeFile, reuseFile],
    permissions: {},
    provides: [
      provide(knownSources, 'testing.facts', async (tenant, db) => {
        const found = await findPersonByNik(tenant, db, demoPeople.sekar.nik)
        return {
          hasFamily: true,
          name: found?.fullName ?? '',
          nik: found ? openNik(tenant, found) : '',
          applicantBirthOn: found?.birthOn ?? '',
          reporterAge: 15,
        }
      }),
    ],
  })
  const person = await findPersonByNik(place.tenant, place.tenant.pools.read, demoPeople.sekar.nik)
  const list = [
    { kind: 'citizen' as const, personId: person?.id, displayName: person?.fullName ?? '', name: demoPeople.sekar.nik },
  ]
  const [accountId] = await place.tenant.pools.write
    .transaction()
    .execute((tx) => createDemoAccounts(tx, place.tenant, list as never))
  const applicant: Actor = {
    kind: 'citizen',
    accountId,
    personId: person?.id,
    name: person?.fullName ?? '',
    grants: [],
  }
  const server = await testServer({ ...place, modules: [forms], actor: applicant, clock })
  return {
    ...place,
    server,
    applicant,
    clock,
    async close() {
      await server.close()
      await place.close()
    },
  }
}

/** Everything that a browser without scripts would send of a page: what stands in templates is no part of it. */
export function formOf(page: TestPage): Record<string, string[]> {
  let html = page.text
  for (let before = ''; before !== html; ) {
    before = html
    html = html.replace(/<template\b[^>]*>(?:(?!<template\b)[\s\S])*?<\/template>/g, '')
  }
  const found: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name && name !== '_csrf') found[name] = [...(found[name] ?? []), value]
  }
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type')
    if (type === 'file' || ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag))) continue
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  }
  for (const [, head = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(attribute(head, 'name'), plain(text))
  }
  for (const [, head = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]*\sselected\b[^>]*>/.exec(options)?.[0] ?? ''
    add(attribute(head, 'name'), attribute(chosen, 'value') ?? '')
  }
  return found
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match ? plain(match[1] ?? '') : undefined
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

import { randomUUID } from 'node:crypto'
import { systemActor } from '../../src/kernel/access/access.ts'
import { systemClock } from '../../src/kernel/clock/clock.ts'
import { runCommand } from '../../src/kernel/command/command.ts'
import { localNumber } from '../../src/modules/field-counter/testing.ts'
import { sidesContext, startSimulation } from '../../src/modules/national-register/testing.ts'
import {
  addPart,
  headings,
  lineOf,
  mapColumns,
  openReading,
  partContext,
  preparer,
  startImport,
} from '../../src/modules/population-import/testing.ts'
import type { World } from './world.ts'

/** What the addresses of the population register and of what stands around it lead to. */
export interface PopulationAddresses {
  readonly partnerId: string
  readonly midwiferyId: string
  readonly noticeId: string
  readonly familyNoticeId: string
  readonly consentId: string
  readonly importId: string
  readonly mappingImportId: string
  readonly pairId: string
  readonly findingId: string
  readonly alarmId: string
  readonly differenceId: string
  readonly neighbourhoodId: string
  readonly transferId: string
  readonly cardId: string
  readonly requestedCardId: string
  readonly batchId: string
  readonly deviceId: string
  readonly itemId: string
  /** Of the item, as its receipt bears it. */
  readonly localNumber: string
}

/** A row of each kind that has a page of its own; the mother of the journeys is told of by a midwife. */
export async function fillPopulation(world: World, motherId: string): Promise<PopulationAddresses> {
  const one = async (text: string, values: readonly unknown[] = []) => {
    const [row] = await world.rows<{ found: string }>(text, values)
    if (!row) throw new Error(`nothing found by ${text}`)
    return row.found
  }
  const midwiferyId = await one(`select id as found from partners.partner where kind = 'midwife'`)
  const familyNoticeId = await one(`select notice_id as found from notices.subject limit 1`)
  await world.rows(
    `insert into notices.subject (notice_id, role, person_id) values ($1, 'mother', $2)
     on conflict (notice_id, role) do update set person_id = excluded.person_id`,
    [familyNoticeId, motherId],
  )
  const [first, second] = await world.rows<{ id: string; family_id: string; village: string }>(
    `select p.id, p.family_id, f.village_code as village from people.person p join people.family f on f.id = p.family_id
     where p.status = 'active' order by p.id limit 2`,
  )
  if (!first || !second) throw new Error('the region is empty')
  return {
    midwiferyId,
    familyNoticeId,
    partnerId: await one(`select id as found from partners.partner where kind = 'bank'`),
    noticeId: await one(`select id as found from notices.notice where state = 'unmatched' limit 1`),
    ...(await fillRegister(world, one, [first, second], motherId)),
    ...(await fillDesks(world, first, second)),
    neighbourhoodId: await one('select id as found from territory.neighbourhood limit 1'),
  }
}

type Resident = { readonly id: string; readonly family_id: string; readonly village: string }

async function fillRegister(
  world: World,
  one: (text: string, values?: readonly unknown[]) => Promise<string>,
  [first, second]: readonly [Resident, Resident],
  motherId: string,
) {
  const csv = `${headings}\n${lineOf({ nik: '9901020203800077', kk: '9901020203200077', name: 'Impor Contoh' })}\n`
  const importId = await importOf(world, csv, 'pertama.csv')
  const reading = await openReading(world.tenant, world.tenant.pools.read, importId)
  const as = { tenant: world.tenant, clock: systemClock, actor: preparer }
  await runCommand(mapColumns, { importId, mapping: reading?.mapping, check: true }, as)
  const mappingImportId = await importOf(world, csv, 'kedua.csv')
  const bank = await one(`select id as found from partners.partner where kind = 'bank'`)
  return {
    importId,
    mappingImportId,
    consentId: await one(
      `insert into vouching.consent (id, partner_id, reference, person_id, nik_print, purpose, fields, note, state, asked_at,
         answer_until, valid_until)
       values (gen_random_uuid(), $1, 'REK-1', $2, '\\x00', 'bank-account', '{motherName}', 'Pembukaan rekening tabungan.', 'asked',
         now(), now() + interval '10 days', current_date + 30) returning id as found`,
      [bank, motherId],
    ),
    pairId: await one(
      `insert into people.duplicate_candidate (id, person_a, person_b, score, reasons, territory_code, found_by, found_at, changed_at)
       values (gen_random_uuid(), $1, $2, 82, '{same-name}', $3, 'review', now(), now())
       on conflict (person_a, person_b) do update set score = 82 returning id as found`,
      [first.id, second.id, first.village],
    ),
    findingId: await one(
      `insert into people.check_finding (id, person_id, code, severity, say_id, say_en, territory_code, found_at, changed_at)
       values (gen_random_uuid(), $1, 'mother-younger', 'warn', 'Ibu lebih muda daripada anaknya.', 'The mother is younger.', $2,
         now(), now()) returning id as found`,
      [first.id, first.village],
    ),
    alarmId: await one(
      `insert into people.reading_alarm (id, account_id, reader_label, unit_path, pattern, severity, day, counted, threshold,
         first_at, last_at)
       values (gen_random_uuid(), 'contoh', 'Petugas contoh', 'disdukcapil', 'own-family', 'alarm', current_date, 3, 1, now(), now())
       returning id as found`,
    ),
  }
}

/** An uploaded file that the program's own job has read. @returns id of the import */
async function importOf(world: World, csv: string, fileName: string): Promise<string> {
  const bytes = Buffer.from(csv)
  const { tenant } = world
  const as = { tenant, clock: systemClock, actor: preparer }
  const facts = { fileName, fileSize: bytes.length, limit: 2 ** 20, asOf: '2026-10-31', note: 'Ekspor SIAK' }
  const { id } = await runCommand(startImport, facts, as)
  const hash = await tenant.files.put(tenant.cipher.seal(bytes, partContext))
  await runCommand(addPart, { importId: id, fromByte: 0, size: bytes.length, hash }, as)
  for (let tries = 0; tries < 300; tries += 1) {
    if (await openReading(tenant, tenant.pools.read, id).catch(() => undefined)) return id
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the file ${fileName} was not read`)
}

async function fillDesks(world: World, resident: Resident, other: Resident) {
  // A job of the demo does so within its first minute, sooner or later than the pages are visited.
  const bySystem = { tenant: world.tenant, clock: systemClock, actor: systemActor('national-register.exchange') }
  await runCommand(startSimulation, { examples: [] }, bySystem)
  const id = () => randomUUID()
  const ids = { differenceId: id(), transferId: id(), cardId: id(), requestedCardId: id(), batchId: id() }
  const counter = { deviceId: id(), itemId: id(), localNumber: localNumber('A7X', 1) }
  const sides = [{ field: 'fullName', ours: 'Nama Kita', theirs: 'Nama Pusat' }]
  await world.rows(
    `insert into national_register.difference (id, kind, state, person_id, person_name, territory_code, words, sides_sealed,
       opened_at, updated_at) values ($1, 'data-differs', 'open', $2, 'Nama Kita', $3, 'Nama berbeda', $4, now(), now())`,
    [ids.differenceId, resident.id, resident.village, world.tenant.cipher.sealJson(sides, sidesContext)],
  )
  await world.rows(
    `insert into population.peer (region_code, name, base_url, keys, fingerprint, added_by, added_at, changed_by, changed_at)
     values ('98.01', 'Kabupaten Tetangga', 'https://tetangga.example', '{}', '1234 5678', 'Yusuf', now(), 'Yusuf', now())`,
  )
  await world.rows(
    `insert into population.transfer (id, direction, channel, state, peer_code, head_name, people_count, other_place, village_code,
       moved_on, withdrawing_since, created_at, changed_at)
     values ($1, 'out', 'peer', 'withdrawing', '98.01', 'Kepala Contoh', 1, 'Kabupaten Tetangga', $2, current_date,
       now() - interval '30 days', now(), now())`,
    [ids.transferId, resident.village],
  )
  await world.rows(
    `insert into population.print_batch (id, kind, number, cards, made_at, made_by) values ($1, 'ktp-el', 'KTP-1', 1, now(), 'Ratih')`,
    [ids.batchId],
  )
  await world.rows(
    `insert into population.identity_card (id, kind, person_id, holder_name, print_number, reason, state, code, with_photo, biometrics,
       village_code, delivery, batch_id, requested_at, state_at)
     values ($1, 'ktp-el', $3, 'Pemegang Contoh', 1, 'first', 'queued', 'KC7777777', true, 'recorded', $4, 'pick-up', $5, now(), now()),
       ($2, 'ktp-el', $6, 'Pemegang Contoh', 1, 'lost', 'requested', 'KC7777778', true, 'waiting', '99.01.02.2003', 'pick-up', null, now(), now())`,
    [ids.cardId, ids.requestedCardId, resident.id, resident.village, ids.batchId, other.id],
  )
  await world.rows(
    `insert into field_counter.device (id, code, name, public_key, unit_id, unit_path, enrolled_by, enrolled_at, last_seen_at)
     select $1, 'A7X', 'Tablet Desa', '{}', id, path, 'Bagas', now(), now() from organization.unit where path = 'disdukcapil'`,
    [counter.deviceId],
  )
  await world.rows(
    `insert into field_counter.item (id, device_id, local_number, account_id, officer, unit_path, service_id, version, state, filled_at,
       queued_at, clock_offset_ms, reported_at, clock_trusted, first_seen_at, digest, parts_wanted)
     select $1, $2, $3, id, 'Bagas', 'disdukcapil', 'birth-certificate', 1, 'arriving', now(), now(), 0, now(), true, now(),
       '\\x00', 2 from accounts.account where kind = 'staff' limit 1`,
    [counter.itemId, counter.deviceId, counter.localNumber],
  )
  return { ...ids, ...counter }
}

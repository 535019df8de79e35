import pg from 'pg'
import type { Actor } from '#kernel/access/access.ts'
import { type Clock, systemClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import { createDemoAccounts } from '#modules/accounts/index.ts'
import { type DemoMother, listDemoMothers } from '#modules/services/demo/answers.ts'
import type { Answer } from '#modules/services/testing.ts'
import { attachFile, getServiceBySlug, saveAnswers, startDraft } from '#modules/services/testing.ts'
import { subscribers } from '../src/app.ts'
import type { Region } from './stage.ts'

/** A mother with an account and one application that only needs to be sent. */
export interface Applicant {
  readonly actor: Actor & { readonly accountId: string }
  readonly templateId: string
}

const clock: Clock = systemClock
const slug = 'akta-kelahiran'

/** Runs a command as a request does. */
export function runAs<Input, Result>(
  region: Region,
  actor: Actor,
  what: Command<Input, Result>,
  input: unknown,
): Promise<Result> {
  return runCommand(what, input, {
    tenant: region.tenant,
    actor,
    clock,
    subscribers,
    origin: 'http://localhost',
    requestId: newId(),
  })
}

/** Opens accounts for mothers of the region and fills in one application for each, by the same commands as the pages. */
export async function openApplicants(region: Region, count: number): Promise<Applicant[]> {
  const owner = new pg.Client({ connectionString: region.ownerUrl })
  await owner.connect()
  const all = await listDemoMothers(owner, region.tenant).finally(() => owner.end())
  const known = await region.tenant.pools.readPool.query<{ person_id: string }>(
    'select person_id from accounts.account',
  )
  const taken = new Set(known.rows.map((row) => row.person_id))
  const mothers = all.filter((mother) => !taken.has(mother.id))
  const chosen = mothers
    .filter((_, index) => index % Math.max(1, Math.floor(mothers.length / count)) === 0)
    .slice(0, count)
  const accounts = chosen.map((mother) => ({
    kind: 'citizen' as const,
    personId: mother.id,
    displayName: mother.name,
    name: mother.nik,
  }))
  const ids = await region.tenant.pools.write
    .transaction()
    .execute((tx) => createDemoAccounts(tx, region.tenant, accounts))
  const applicants: Applicant[] = []
  for (const [index, mother] of chosen.entries()) {
    const actor = {
      kind: 'citizen' as const,
      accountId: ids[index] as string,
      personId: mother.id,
      name: mother.name,
      grants: [],
    }
    applicants.push({ actor, templateId: await fillDraft(region, actor, mother) })
  }
  return applicants
}

async function fillDraft(region: Region, actor: Actor, mother: DemoMother): Promise<string> {
  const today = clock.now().toZonedDateTimeISO(region.tenant.profile.zone).toPlainDate()
  const definition = await getServiceBySlug(region.tenant.pools.read, slug, today.toString())
  const answers = completeAnswers(mother, today)
  const { draftId } = await runAs(region, actor, startDraft, { slug })
  for (const page of definition.form.pages) {
    await runAs(region, actor, saveAnswers, { draftId, pageId: page.id, answers, finished: true })
  }
  const file = {
    field: 'birthLetter',
    fileHash: 'ab'.repeat(32),
    name: 'surat-lahir.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: 240_000,
  }
  await runAs(region, actor, attachFile, { ownerId: draftId, ...file })
  return draftId
}

function completeAnswers(mother: DemoMother, today: Temporal.PlainDate): Record<string, Answer> {
  return {
    childName: 'Kirana Ayu Prasetyo',
    childSex: 'female',
    birthOn: today.subtract({ days: 5 }).toString(),
    birthTime: '04:35',
    birthPlace: 'Arunika',
    facility: 'hospital',
    birthKind: 'single',
    childOrder: 2,
    weight: 3.2,
    motherNik: mother.nik,
    motherName: mother.name,
    parentage: 'married',
    fatherNik: mother.fatherNik,
    fatherName: mother.fatherName,
    marriageNumber: '9901-KW-14062021-0012',
    informantRelation: 'mother',
    phone: '081234567890',
    proof: 'letter',
    letterNumber: 'SKL/481/2026',
  }
}

/** Copies of the finished application, each ready to be sent. @returns their ids */
export async function copyDrafts(region: Region, { templateId }: Applicant, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId() as string)
  const { writePool } = region.tenant.pools
  await writePool.query(
    `insert into services.draft (id, service_id, version, account_id, person_id, answers, seen_pages, revision)
     select n.id, service_id, version, account_id, person_id, answers, seen_pages, revision
     from services.draft t cross join unnest($2::uuid[]) n (id) where t.id = $1`,
    [templateId, ids],
  )
  await writePool.query(
    `insert into services.attachment (id, owner_id, field, file_hash, name, media_type, size_bytes)
     select gen_random_uuid(), n.id, field, file_hash, name, media_type, size_bytes
     from services.attachment t cross join unnest($2::uuid[]) n (id) where t.owner_id = $1`,
    [templateId, ids],
  )
  return ids
}

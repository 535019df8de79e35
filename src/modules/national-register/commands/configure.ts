import type { Insertable } from 'kysely'
import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, type FieldError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { isSafeAddress, modes, passwordContext, tokenContext } from '../settings.ts'
import { behaviours } from '../simulator/mishaps.ts'
import type { SettingTable } from '../tables.ts'
import { openDifference } from './difference-row.ts'
import { exchangeTask } from './differences.ts'

const configures = permitted('national-register.configure', { stepUp: true })
const line = z.string().trim().max(300)

const wrong = (path: string, id: string, en: string): FieldError => ({ path, message: { id, en } })

/** How the region reaches the national register. Secrets that are left empty stay as they were. */
export const configure = command({
  name: 'national-register.configure',
  event: 'national-register.configured.v1',
  access: configures,
  input: z.object({
    mode: z.enum(modes),
    numbers: z.enum(['own', 'national']),
    gatewayUrl: line,
    gatewayToken: line,
    verifyUrl: line,
    verifyCustomer: line,
    verifyUser: line,
    verifyPassword: line,
    verifyIp: line,
    nameThreshold: z.string().trim(),
    faceThreshold: z.string().trim(),
    /** Whether the made-up register may be chosen here. */
    maySimulate: z.boolean(),
  }),
  async run(tx, input, context) {
    const { tenant, actor, now } = context
    const before = await tx.selectFrom('national_register.setting').selectAll().forUpdate().executeTakeFirst()
    const fields: FieldError[] = []
    for (const path of ['gatewayUrl', 'verifyUrl'] as const) {
      if (input[path] && !isSafeAddress(input[path])) {
        fields.push(
          wrong(
            path,
            'Tulis alamat yang diawali https://. Alamat http:// hanya untuk jaringan pribadi (VPN pusat).',
            'Write an address that begins with https://. Addresses with http:// are for private networks only (the VPN of the centre).',
          ),
        )
      }
    }
    const nameThreshold = Number(input.nameThreshold)
    if (!Number.isInteger(nameThreshold) || nameThreshold < 1 || nameThreshold > 100) {
      fields.push(wrong('nameThreshold', 'Tulis angka dari 1 sampai 100.', 'Write a number from 1 to 100.'))
    }
    const faceThreshold = Number(input.faceThreshold.replace(',', '.'))
    if (!(faceThreshold > 0 && faceThreshold <= 1000)) {
      fields.push(wrong('faceThreshold', 'Tulis angka di atas 0.', 'Write a number above 0.'))
    }
    if (input.mode === 'simulator' && !(input.maySimulate && tenant.profile.isDemo)) {
      fields.push(wrong('mode', 'Simulator hanya untuk daerah percontohan.', 'The simulator is for demo regions only.'))
    }
    if (input.mode === 'live') {
      if (!input.gatewayUrl) {
        fields.push(wrong('gatewayUrl', 'Tulis alamat gerbangnya.', 'Write the address of the gateway.'))
      }
      if (!input.gatewayToken && !before?.gateway_token_sealed) {
        fields.push(wrong('gatewayToken', 'Tulis token gerbangnya.', 'Write the token of the gateway.'))
      }
    }
    if (fields.length) throw new AppError('invalid-input', { fields })
    const values: Insertable<SettingTable> = {
      mode: input.mode,
      numbers: input.numbers,
      gateway_url: input.gatewayUrl.replace(/\/+$/, '') || null,
      gateway_token_sealed: input.gatewayToken
        ? tenant.cipher.seal(input.gatewayToken, tokenContext)
        : (before?.gateway_token_sealed ?? null),
      verify_url: input.verifyUrl.replace(/\/+$/, '') || null,
      verify_customer: input.verifyCustomer || null,
      verify_user: input.verifyUser || null,
      verify_password_sealed: input.verifyPassword
        ? tenant.cipher.seal(input.verifyPassword, passwordContext)
        : (before?.verify_password_sealed ?? null),
      verify_ip: input.verifyIp || null,
      name_threshold: nameThreshold,
      face_threshold: faceThreshold,
      changed_at: now.toString(),
      changed_by: labelOf(actor),
    }
    await tx
      .insertInto('national_register.setting')
      .values(values)
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet(values))
      .execute()
    // Another address is another register: what was found out about the former counts no more.
    await tx.deleteFrom('national_register.status').execute()
    await context.enqueue(exchangeTask, {}, { key: exchangeTask })
    const payload = { mode: input.mode, numbers: input.numbers, hasNewToken: input.gatewayToken !== '' }
    return { result: null, event: { subject: { type: 'national-register', id: 'settings' }, payload } }
  },
})

const example = z.object({
  personId: z.uuid(),
  familyId: z.uuid().optional(),
  personName: z.string(),
  territoryCode: z.string(),
  sides: z.array(z.object({ field: z.string(), ours: z.string().optional(), theirs: z.string().optional() })),
})

/** A demo region that was set nothing gets the made-up register, and the first differences with it. */
export const startSimulation = command({
  name: 'national-register.start-simulation',
  event: 'national-register.simulation-started.v1',
  access: systemOnly,
  input: z.object({ examples: z.array(example).max(20) }),
  async run(tx, { examples }, { tenant, now }) {
    if (!tenant.profile.isDemo) throw notFound()
    const made = await tx
      .insertInto('national_register.setting')
      .values({ mode: 'simulator', changed_at: now.toString(), changed_by: 'Balai' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('only_row')
      .executeTakeFirst()
    for (const one of made ? examples : []) {
      await openDifference(tx, tenant, { ...one, kind: 'data-differs', words: 'Pemadanan awal', now })
    }
    const event = { subject: { type: 'national-register', id: 'settings' }, payload: {} }
    return { result: null, event: made ? event : undefined }
  },
})

/** How the made-up register behaves from now on. */
export const setSimulation = command({
  name: 'national-register.set-simulation',
  event: 'national-register.simulation-set.v1',
  access: permitted('national-register.configure'),
  input: z.object({ behaviour: z.enum(behaviours) }),
  async run(tx, { behaviour }, context) {
    const { tenant, now } = context
    const setting = await tx.selectFrom('national_register.setting').select('mode').executeTakeFirst()
    if (!tenant.profile.isDemo || setting?.mode !== 'simulator') throw notFound()
    const values = { behaviour, set_at: now.toString() }
    await tx
      .insertInto('national_register.simulation')
      .values({ only_row: true, ...values })
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet(values))
      .execute()
    const event = { subject: { type: 'national-register', id: 'simulation' }, payload: { behaviour } }
    return { result: null, event }
  },
})

/** Tries at once, whatever the pause. */
export const tryNow = command({
  name: 'national-register.try-now',
  event: 'national-register.tried-now.v1',
  access: permitted('national-register.read'),
  input: z.object({}),
  async run(tx, _input, context) {
    await tx.updateTable('national_register.status').set({ next_try_at: null }).execute()
    await tx
      .updateTable('national_register.message')
      .set({ next_try_at: null })
      .where('settled_at', 'is', null)
      .where('next_try_at', 'is not', null)
      .execute()
    await tx
      .updateTable('national_register.number_request')
      .set({ next_try_at: null })
      .where('state', '=', 'waiting')
      .execute()
    await context.enqueue(exchangeTask, {}, { key: exchangeTask })
    return { result: null, event: { subject: { type: 'national-register', id: 'state' }, payload: {} } }
  },
})

const sequence = z.string().trim()

/** Notes numbers that the national register left to the region for times when it is away. */
export const addBlock = command({
  name: 'national-register.add-block',
  event: 'national-register.block-added.v1',
  access: permitted('national-register.configure'),
  input: z.object({
    kind: z.enum(['nik', 'kk']),
    districtCode: z.string().trim(),
    first: sequence,
    last: sequence,
    letter: z.string().trim().max(120),
  }),
  async run(tx, input, context) {
    const [first, last] = [Number(input.first), Number(input.last)]
    const fields: FieldError[] = []
    const isSequence = (value: number) => Number.isInteger(value) && value >= 1 && value <= 9999
    if (!isSequence(first))
      fields.push(wrong('first', 'Tulis angka dari 1 sampai 9999.', 'Write a number from 1 to 9999.'))
    if (!isSequence(last) || last < first) {
      fields.push(
        wrong('last', 'Tulis angka yang tidak di bawah yang pertama.', 'Write a number that is not below the first.'),
      )
    }
    if (!/^\d{2}\.\d{2}\.\d{2}$/.test(input.districtCode)) {
      fields.push(wrong('districtCode', 'Pilih kecamatannya.', 'Choose the district.'))
    }
    if (input.letter.length < 3) {
      fields.push(wrong('letter', 'Tulis nomor surat pemberiannya.', 'Write the number of the letter that granted it.'))
    }
    if (fields.length) throw new AppError('invalid-input', { fields })
    const overlapping = await tx
      .selectFrom('national_register.number_block')
      .select('id')
      .where('kind', '=', input.kind)
      .where('district_code', '=', input.districtCode)
      .where('ended_at', 'is', null)
      .where('first', '<=', last)
      .where('last', '>=', first)
      .executeTakeFirst()
    if (overlapping) {
      throw invalidField(
        'first',
        'Sebagian nomor ini sudah ada dalam cadangan kecamatan itu.',
        'Some of these numbers are in a block of that district already.',
      )
    }
    const id = newId<'number-block'>(context.now.epochMilliseconds)
    await tx
      .insertInto('national_register.number_block')
      .values({
        id,
        kind: input.kind,
        district_code: input.districtCode,
        first,
        last,
        letter: input.letter,
        added_at: context.now.toString(),
        added_by: labelOf(context.actor),
      })
      .execute()
    const payload = { kind: input.kind, district: input.districtCode, first, last, letter: input.letter }
    return { result: { id }, event: { subject: { type: 'number-block', id }, payload } }
  },
})

export const endBlock = command({
  name: 'national-register.end-block',
  event: 'national-register.block-ended.v1',
  access: permitted('national-register.configure'),
  input: z.object({ blockId: z.uuid() }),
  async run(tx, { blockId }, { now }) {
    const row = await tx
      .updateTable('national_register.number_block')
      .set({ ended_at: now.toString() })
      .where('id', '=', blockId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw notFound()
    return { result: null, event: { subject: { type: 'number-block', id: blockId }, payload: {} } }
  },
})

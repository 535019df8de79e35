import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { systemClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import {
  addPart,
  approveImport,
  approver,
  checkImport,
  enterImport,
  findableTo,
  findImport,
  findImported,
  headings,
  inspectImport,
  jobContext,
  loadVillages,
  mapColumns,
  openReading,
  partBytes,
  partContext,
  preparer,
  startImport,
  submitImport,
} from '#modules/population-import/testing.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { timed } from './rounds.ts'
import type { Region, Stage } from './stage.ts'

const perMillionSeconds = 180

/** A file of residents from its last byte to the last person in the register, with checks, history and journal. */
export async function benchImport(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const region = await stage.region('import', { people: 600, cases: 50 })
  const rows = sizes[1]
  const { tenant } = region
  const place = { tenant, config: stage.config }
  const job = jobContext(place)
  const id = await upload(region, rows)
  const payload = { importId: id } as never
  const inspected = await timed(() => inspectImport(payload, job))
  const reading = await openReading(tenant, tenant.pools.read, id)
  if (!reading) throw new Error('the file was not read')
  const as = (actor: typeof preparer) => ({ tenant, clock: systemClock, actor })
  const checked = await timed(async () => {
    await runCommand(mapColumns, { importId: id, mapping: reading.mapping, check: true }, as(preparer))
    await checkImport(payload, job)
  })
  await runCommand(submitImport, { importId: id }, as(preparer))
  await runCommand(approveImport, { importId: id }, as(approver))
  let entered = 0
  const findable = await timed(() =>
    Promise.all([
      timed(() =>
        untilDone(
          () => enterImport(payload, job),
          async () => (await findImport(tenant.pools.read, id))?.state === 'entered',
        ),
      ).then((ms) => {
        entered = ms
      }),
      untilDone(
        () => findImported(payload, job),
        async () => {
          const one = await findImport(tenant.pools.read, id)
          return one?.state === 'entered' && (await findableTo(tenant.pools.read, id)) === one.enteredTo
        },
      ),
    ]),
  )
  const one = await findImport(tenant.pools.read, id)
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from people.change c join people.event e on e.id = c.event_id
    where e.source_id = ${id} and c.person_id is not null`.execute(tenant.pools.read)
  say(
    `read ${seconds(inspected)} s, checked ${seconds(checked)} s, entered ${seconds(entered)} s, findable by name ${seconds(findable)} s`,
  )
  const n = rows.toLocaleString('en-GB')
  const whole = (inspected + checked + entered) / 1000
  return [
    {
      name: `import of ${n} rows: read, checked, sealed, entered`,
      unit: 's',
      value: whole,
      goal: { of: 'value', is: '<=', than: (perMillionSeconds * rows) / 1_000_000 },
      detail: { inspected, checked, entered, findable },
    },
    { name: 'until the last of them is found by name', unit: 's', value: (inspected + checked + findable) / 1000 },
    {
      name: 'people without an event, or entered twice',
      unit: '',
      value:
        Math.abs((one?.enteredPeople ?? 0) - (found.rows[0]?.n ?? -1)) + Math.abs(rows - (one?.enteredPeople ?? 0)),
      goal: { of: 'value', is: '<=', than: 0 },
    },
  ]
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** A job hands over to another run of itself every twenty seconds; here nobody else runs jobs. */
async function untilDone(run: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await run()
}

async function upload({ tenant }: Region, rows: number): Promise<string> {
  const villages = await loadVillages(tenant.pools.read)
  const lines = invent(rows, villages.list)
  const pieces: Buffer[] = []
  let text = `${headings}\r\n`
  for (const line of lines) {
    text += `${line}\r\n`
    if (text.length < partBytes) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  pieces.push(Buffer.from(text))
  const fileSize = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const as = { tenant, clock: systemClock, actor: preparer }
  const about = { fileName: 'uji.csv', fileSize, limit: fileSize, asOf: '2026-10-31', note: 'Uji beban' }
  const { id } = await runCommand(startImport, about, as)
  let fromByte = 0
  for (const piece of pieces) {
    const hash = await tenant.files.put(tenant.cipher.seal(piece, partContext))
    await runCommand(addPart, { importId: id, fromByte, size: piece.length, hash }, as)
    fromByte += piece.length
  }
  return id
}

const given =
  'Siti Ahmad Budi Dewi Rina Joko Agus Sri Wahyu Nur Dian Eko Putri Rizky Bayu Lestari Fajar Indah Yusuf Aisyah Ni’mah Ma’ruf'.split(
    ' ',
  )
const surnames =
  'Santoso Wijaya Rahman Hidayat Kusuma Pratama Saputra Utami Nugroho Setiawan Hartono Maulana Siregar Lubis Permata'.split(
    ' ',
  )
const relations = ['1', '3', '4', '4']

function* invent(
  rows: number,
  villages: readonly { readonly name: string; readonly district: string }[],
): Generator<string> {
  const used = new Map<string, number>()
  const two = (value: number) => String(value).padStart(2, '0')
  const nikOf = (day: number, month: number, year: number, female: boolean) => {
    const prefix = `990198${two(day + (female ? 40 : 0))}${two(month)}${two(year % 100)}`
    const next = (used.get(prefix) ?? 0) + 1
    used.set(prefix, next)
    return prefix + String(next).padStart(4, '0')
  }
  const pick = (list: readonly string[]) => list[randomInt(list.length)] as string
  for (let n = 0, family = 0; n < rows; family += 1) {
    const kk = `990198${two(1 + (family % 28))}${two(1 + (Math.floor(family / 28) % 12))}${two(Math.floor(family / 336) % 26)}${String(1 + Math.floor(family / 8736)).padStart(4, '0')}`
    const village = villages[family % villages.length]
    let mother = ''
    for (const [at, relation] of relations.entries()) {
      if (n >= rows) return
      n += 1
      const female = at === 1 || (at > 1 && randomInt(2) === 1)
      const [day, month, year] = [
        1 + randomInt(28),
        1 + randomInt(12),
        at < 2 ? 1960 + randomInt(25) : 2000 + randomInt(26),
      ]
      const nik = nikOf(day, month, year, female)
      if (at === 1) mother = nik
      const name = `${pick(given)} ${pick(given)} ${pick(surnames)}`
      yield `${nik};${kk};${name};${female ? 'P' : 'L'};Arunika;${two(day)}/${two(month)}/${year};1;5;9;${at < 2 ? 2 : 1};${relation};${at > 1 ? mother : ''};${pick(given)} ${pick(surnames)};${pick(given)} ${pick(surnames)};Jl. ${pick(surnames)} ${family % 90};${1 + (family % 12)};${1 + (family % 8)};${village?.name};${village?.district}`
    }
  }
}

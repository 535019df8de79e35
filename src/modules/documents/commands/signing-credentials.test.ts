import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseSigningSettings } from '../long-term/settings.ts'
import { type SigningOffice, signingOffice } from '../long-term/testing/signing-office.ts'
import { trustOfRegion } from '../queries/trust.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'

const module = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find((path) =>
  existsSync(path),
)
const isThere = (name: string) => spawnSync(name, ['--version']).error === undefined
const hasToken = module !== undefined && isThere('softhsm2-util') && isThere('pkcs11-tool')
const folder = mkdtempSync(join(tmpdir(), 'balai-hsm-'))
const token = { module: module ?? '', label: 'arunika', pin: '271828' }
let office: SigningOffice

beforeAll(async () => {
  office = await signingOffice()
  if (!hasToken) return
  mkdirSync(join(folder, 'tokens'))
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf')
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`)
  spawnSync('softhsm2-util', [
    '--init-token',
    '--free',
    '--label',
    token.label,
    '--so-pin',
    '314159',
    '--pin',
    token.pin,
  ])
})
afterAll(async () => {
  await office.place.close()
  rmSync(folder, { recursive: true })
})

const rows = async () =>
  (await office.place.tenant.pools.writePool.query('select * from documents.signing_certificate order by created_at'))
    .rows

describe.skipIf(!hasToken)('a region with a token (needs SoftHSM2 and OpenSC)', () => {
  it('makes new keys there, signs with them again, and never has them in the database', async () => {
    chooseSigningSettings(office.place.tenant, { token })
    const { id } = await office.issue()
    const { id: second } = await office.issue()
    expect(await rows()).toMatchObject([{ key_sealed: null, token_key: expect.stringMatching(/^[0-9a-f]{32}$/) }])
    for (const one of [id, second]) {
      const trust = await trustOfRegion(office.place.tenant.pools.read)
      const report = verifyPdf(await office.file(one), {
        ...trust,
        now: new Date(office.clock.now().epochMilliseconds),
      })
      expect(report).toMatchObject({ verdict: 'genuine', signatures: [{ level: 'B-T' }] })
    }
  })

  it('signs nothing while the token is away: no letter comes about without its key', async () => {
    const { writePool } = office.place.tenant.pools
    const count = async () => (await writePool.query('select count(*)::int as n from documents.issued')).rows[0].n
    const before = await count()
    rmSync(join(folder, 'tokens'), { recursive: true })
    mkdirSync(join(folder, 'tokens'))
    await expect(office.issue()).rejects.toMatchObject({
      code: 'unavailable',
      cause: { message: expect.stringMatching(/token/) },
    })
    expect(await count()).toBe(before)
    chooseSigningSettings(office.place.tenant, { token: undefined })
    await writePool.query("update documents.signing_certificate set revoked_at = now(), revoked_reason = 'superseded'")
    await office.issue()
    expect((await rows()).at(-1)).toMatchObject({ token_key: null, key_sealed: expect.any(Buffer) })
  })
})

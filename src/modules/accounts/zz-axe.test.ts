import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import pino from 'pino'
import { expect, it } from 'vitest'
import { systemClock } from '#kernel/clock/clock.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { PageCache } from '#kernel/http/page-cache.ts'
import { buildServer } from '#kernel/http/server.ts'
import { permissionCatalogue } from '#modules/organization/index.ts'
import { organization } from '#modules/organization/module.ts'
import { presentation } from '../../presentation.tsx'
import { createDemoAccounts } from './commands/demo-accounts.ts'
import { accounts } from './module.ts'
import { sessionSourceAt } from './session-source.ts'
import { signInAs } from './testing.ts'
import { testRegion } from './testing-region.ts'

it('axe', async () => {
  for (const module of [accounts, organization]) {
    for (const provision of module.provides ?? []) provision.install()
    provide(permissionCatalogue, module.name, module.permissions).install()
  }
  const region = await testRegion([...Object.keys(accounts.permissions), ...Object.keys(organization.permissions)])
  const { tenant, citizen, official } = region
  const ids = await tenant.pools.write.transaction().execute((tx) =>
    createDemoAccounts(tx, tenant, [
      { kind: 'citizen', personId: citizen.personId, displayName: citizen.name, name: citizen.nik, email: 'a@b.id' },
      { kind: 'staff', personId: official.personId, displayName: official.name, name: official.nip },
    ]),
  )
  const app = await buildServer({ config: region.config, tenants: [tenant], modules: [accounts, organization], sessions: sessionSourceAt(systemClock), presentation, clock: systemClock, log: pino({ level: 'silent' }), subscribers: new Map(), caches: new Map([[tenant.id, new PageCache()]]), isReady: async () => ({}) })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const origin = address.replace('127.0.0.1', 'localhost')
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  mkdirSync('/tmp/shots', { recursive: true })
  const found: string[] = []
  const visit = async (account: string | undefined, paths: string[], width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    if (account) {
      const [name = '', value = ''] = (await signInAs(tenant, account, { elevated: true })).split(/=(.*)/s)
      await context.addCookies([{ name, value, url: origin, httpOnly: true }])
    }
    const page = await context.newPage()
    for (const path of paths) {
      const answer = await page.goto(origin + path)
      if (answer?.status() !== 200) found.push(`${path} ${answer?.status()}`)
      const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      for (const v of result.violations) found.push(`${width} ${path} ${v.id} ${v.nodes.map((n) => n.target + ' ' + n.html.slice(0, 120)).join(' | ').slice(0, 400)}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (wide > 1) found.push(`${width} ${path} scrolls ${wide}`)
      await page.screenshot({ path: `/tmp/shots/${width}${path.replace(/[/?=]/g, '_').slice(0, 60)}.png`, fullPage: true })
    }
    await context.close()
  }
  for (const width of [1280, 320]) {
    await visit(undefined, ['/daftar', '/masuk', '/sandi-lupa', '/kantor'], width)
    await visit(ids[0], ['/akun', '/akun/kontak', '/akun/bukti', '/akun/keamanan', '/akun/keamanan/autentikator'], width)
    await visit(ids[1], ['/akun', '/akun/jabatan', '/admin/akun', '/admin/akun/baru?q=laras', `/admin/akun/${ids[0]}`, '/admin/organisasi', '/admin/organisasi/baru', `/admin/organisasi/unit/${region.unitId}`, `/admin/organisasi/unit/${region.unitId}/jabatan`, `/admin/organisasi/jabatan/${region.positionId}`, `/admin/organisasi/jabatan/${region.positionId}/tugaskan?cari=laras`, '/admin/peran', '/admin/peran/admin', '/admin/peran/baru'], width)
  }
  // A real passkey in a virtual authenticator.
  const context = await browser.newContext()
  const [name = '', value = ''] = (await signInAs(tenant, ids[0] as string, { elevated: true })).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: origin, httpOnly: true }])
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  await page.goto(`${origin}/akun/keamanan`)
  found.push(`passkey form hidden: ${await page.locator('form[data-island=passkey]').getAttribute('hidden')}`)
  await browser.close()
  await app.close()
  await region.close()
  console.log(found.join('\n'))
  expect(1).toBe(1)
}, 180_000)

import { describe, expect, it } from 'vitest'
import { provide } from '#kernel/define/extension-point.ts'
import { shippedServices } from '#services/index.ts'
import { installedWithKiosk, kioskFormulas, kioskPermit } from '../definition/check/testing/kiosk-permit.ts'
import { costFormulas } from '../extensions.ts'
import { rulesOn } from '../golden/simulate.ts'
import { checkAnswers } from './check-answers.ts'
import { describeService } from './describe-service.ts'
import { openApiOf } from './openapi.ts'

const installed = installedWithKiosk(shippedServices)
const ruleOf = rulesOn(installed, '2026-11-23')

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { operationId: string }>>
  readonly components: { schemas: Record<string, unknown> }
}

describe('OpenAPI of all services', () => {
  const document = openApiOf(shippedServices, 'https://arunika.example') as unknown as OpenApi

  it('has addresses to list, describe, and check each service', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/api/v1/services']?.['get']).toBeDefined()
    for (const { slug } of shippedServices) {
      for (const path of ['', '/schema'])
        expect(document.paths[`/api/v1/services/${slug}${path}`]?.['get']).toBeDefined()
      expect(document.paths[`/api/v1/services/${slug}/check`]?.['post']).toBeDefined()
    }
  })

  it('names each operation once, and every reference leads somewhere', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
    expect(new Set(ids).size).toBe(ids.length)
    const text = JSON.stringify(document)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name)
    }
    expect(text).not.toMatch(/"#\/\$defs/)
  })
})

describe('a described service', () => {
  it.each(shippedServices)('$id tells its law, promise and procedure', (service) => {
    const told = describeService(service, ruleOf)
    expect(told.promise.length).toEqual(expect.any(Number))
    expect(told.procedure[0]?.state).toBe(service.flow.initial)
    expect(told.legalBasis.length).toBeGreaterThan(0)
  })
})

describe('checked answers', () => {
  const { calendar } = installed
  if (!calendar) throw new Error('no calendar')
  const example = kioskPermit.golden[0]
  const circumstances = {
    now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
    today: '2026-11-23',
    ruleOf,
    calendar,
  }

  it('lead to pages, errors and a promise, and to no fee while they are not complete', () => {
    const found = checkAnswers(kioskPermit, { area: 1000 }, circumstances)
    expect(found).toMatchObject({ complete: false, fee: null, promisedAt: '2026-12-07T16:00:00+07:00' })
    expect(found.pages[0]?.errors.map((error) => error.path)).toContain('area')
  })

  it('that are complete lead to the fee with its law', () => {
    for (const [name, formula] of kioskFormulas) provide(costFormulas, name, formula).install()
    const found = checkAnswers(kioskPermit, example?.answers as never, circumstances)
    expect(found.fee).toMatchObject({ rupiah: 302010, lines: [{ id: 'rent', rupiah: 300000 }, {}, {}] })
  })
})

import { describe, expect, it } from 'vitest'
import { readRuleFiles } from '#modules/rules/index.ts'
import { ruleKeysIn } from '#modules/services/index.ts'
import { shippedServices } from '#services/index.ts'
import { lifeEvents } from './life-events.ts'
import { standingOf } from './need.ts'

const published = new Set(shippedServices.map((service) => service.id))

describe('life events', () => {
  it('bundle what people need, each with a way to get it', () => {
    for (const event of lifeEvents) {
      expect(event.needs.length, event.key).toBeGreaterThan(1)
      for (const need of event.needs) {
        const ways = [need.service, need.coveredBy, need.office, need.elsewhere].filter(Boolean)
        expect(ways.length, `${event.key}: ${need.title.id}`).toBeGreaterThan(0)
        // What is not published yet still names the office to go to.
        if (need.service || need.coveredBy) expect(need.office, need.title.id).toBeDefined()
      }
    }
  })

  it('give a start link only to services that can be applied for', () => {
    const need = { title: { id: 'a', en: 'a' }, text: { id: 'b', en: 'b' }, service: 'birth-certificate', office: 'x' }
    expect(standingOf(need, published)).toBe('online')
    expect(standingOf(need, new Set())).toBe('office')
    expect(standingOf({ ...need, service: 'family-card' }, published)).toBe('office')
    const { service: _, ...rest } = need
    expect(standingOf({ ...rest, coveredBy: 'birth-certificate' }, published)).toBe('covered')
    expect(standingOf({ ...rest, coveredBy: 'birth-certificate' }, new Set())).toBe('office')
  })

  it('say no figure of law, but name its rule', () => {
    const rules = new Set(readRuleFiles().rules.map((rule) => rule.key))
    expect(ruleKeysIn(lifeEvents).length).toBeGreaterThan(5)
    for (const key of ruleKeysIn(lifeEvents)) expect(rules.has(key), key).toBe(true)
    const figure =
      /\b(\d+|dua|tiga|lima|enam|sepuluh|two|three|five|six|ten) (hari|bulan|tahun|days?|working days|months?|years?)\b/
    for (const event of lifeEvents) {
      for (const { text } of event.needs) expect(`${text.id} ${text.en}`).not.toMatch(figure)
    }
  })

  it('lead to every service that is shipped for citizens', () => {
    const named = new Set(lifeEvents.flatMap((event) => event.needs.map((need) => need.service)))
    const keys = new Set(lifeEvents.map((event) => event.key))
    for (const service of shippedServices) {
      expect(named.has(service.id) || keys.has(service.lifeEvent), service.id).toBe(true)
    }
  })
})

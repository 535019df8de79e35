import { z } from 'zod'
import type { IconName } from '#ui/index.ts'
import written from './life-events.json' with { type: 'json' }
import type { Need } from './need.ts'

/** A moment in life around which people look for government, with the office that handles it. */
export interface LifeEvent {
  readonly key: string
  readonly slug: string
  readonly icon: IconName
  readonly title: Need['title']
  readonly text: Need['text']
  /** Code of the office to go to as long as no service can be done here. */
  readonly office: string
  /** What has to be done, in the order in which people need it. */
  readonly needs: readonly Need[]
}

const words = z.tuple([z.string(), z.string()]).transform(([id, en]) => ({ id, en }))
const place = z.strictObject({ name: words, where: words, href: z.url().optional() })
const places = z.record(z.string(), place).parse(written.places)
const need = z.strictObject({
  title: words,
  text: words,
  service: z.string().optional(),
  coveredBy: z.string().optional(),
  office: z.string().optional(),
  elsewhere: z
    .enum(Object.keys(places))
    .transform((name) => places[name] as z.infer<typeof place>)
    .optional(),
})
const event = z.strictObject({
  key: z.string(),
  slug: z.string(),
  icon: z.string().transform((name) => name as IconName),
  office: z.string(),
  title: words,
  text: words,
  needs: z.array(need),
})

/** What people have to see to, by event of life; their texts name rules of law, which the page fills in. */
export const lifeEvents: readonly LifeEvent[] = z.array(event).parse(written.events)

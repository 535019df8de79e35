import type { Browser } from 'playwright-core'
import { listDemoSignIns } from '../../src/demo/accounts.ts'
import { demoPeople } from '../../src/demo/known-people.ts'
import { demoPassword } from '../../src/modules/accounts/index.ts'
import { Person, phonePhoto } from './person.ts'
import type { World } from './world.ts'

export const pin = '240813'

/** Answers to the pages of a form, by the name of their inputs. */
export type Values = Readonly<Record<string, string | boolean | Buffer>>

/** The first page of every form at a field counter. */
export function applicant(who: { name: string; nik: string; kkNumber?: string }): Values {
  return {
    pemohonPresence: 'self',
    pemohonIdentity: 'ktp',
    pemohonNik: who.nik,
    pemohonName: who.name,
    ...(who.kkNumber ? { pemohonKk: who.kkNumber } : {}),
  }
}

/** A birth as a mother tells it at the table, with the letter of the midwife. */
export async function birthOf(childName: string, mother = demoPeople.sekar, more: Values = {}): Promise<Values> {
  return {
    ...applicant(mother),
    birthCase: 'domestic',
    childName,
    childSex: 'female',
    birthOn: Temporal.Now.plainDateISO('Asia/Jakarta').subtract({ days: 3 }).toString(),
    birthTime: '04.35',
    birthPlace: 'Arunika',
    facility: 'midwife',
    birthKind: 'single',
    childOrder: '2',
    motherNik: mother.nik,
    motherName: mother.name,
    parentage: 'mother-only',
    foreignParent: 'none',
    informantRelation: 'mother',
    phone: '081234567890',
    proof: 'letter',
    birthLetter: await phonePhoto(),
    ...more,
  }
}

/** Somebody at a tablet in a village. */
export class VillageOfficer {
  private constructor(
    readonly person: Person,
    private readonly nip: string,
  ) {}

  static async at(browser: Browser, world: World, who = 'Bagas', width = 390): Promise<VillageOfficer> {
    const signIns = await listDemoSignIns(world.tenant)
    const nip = signIns.find((one) => one.who.includes(who))?.name.replace('NIP ', '') ?? ''
    const person = await Person.at(browser, world, { width })
    person.page.setDefaultTimeout(30_000)
    return new VillageOfficer(person, nip)
  }

  /** Somebody else at the same tablet. */
  static async join(at: VillageOfficer, world: World, who: string): Promise<VillageOfficer> {
    const signIns = await listDemoSignIns(world.tenant)
    return new VillageOfficer(at.person, signIns.find((one) => one.who.includes(who))?.name.replace('NIP ', '') ?? '')
  }

  get page() {
    return this.person.page
  }

  async signIn(): Promise<void> {
    await this.person.open('/masuk')
    await this.person.signIn(this.nip, demoPassword)
  }

  async setUp(name = 'Tablet Desa Mekarsari 1', services = ['akta-kelahiran']): Promise<void> {
    await this.person.open('/lapangan/pasang')
    await this.page.locator('form.field-setup').waitFor()
    if (await this.page.locator('[name=deviceName]').isVisible()) await this.person.type('deviceName', name)
    for (const box of await this.page.locator('[name=services]').all()) {
      await box.setChecked(services.includes((await box.getAttribute('value')) ?? ''))
    }
    await this.person.type('pin', pin)
    await this.person.type('pinAgain', pin)
    await this.person.press('Pasang dan buka')
    await this.page.locator('[name=aksi], [data-form=pin]').first().waitFor()
    await this.page.locator('.field-counter[data-kept=true]').waitFor()
  }

  async unlock(typed = pin): Promise<void> {
    await this.page.locator('[data-form=pin] [name=pin]').fill(typed)
    await this.page.getByRole('button', { name: 'Buka kunci' }).click()
  }

  async home(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '#/'
    })
    await this.page.getByRole('heading', { level: 1, name: 'Loket lapangan', exact: true }).waitFor()
  }

  /** Begins an application and fills in every page that comes. */
  async fill(values: Values, until = 'Periksa sebelum diantrekan'): Promise<void> {
    await this.begin()
    await this.goOn(values, until)
  }

  async begin(service = 'Akta kelahiran'): Promise<void> {
    await this.home()
    await this.page.getByRole('link', { name: 'Permohonan baru' }).click()
    await this.page.getByRole('button', { name: `Mulai ${service}` }).click()
    await this.page.locator('#halaman').waitFor()
  }

  async goOn(values: Values, until = 'Periksa sebelum diantrekan'): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      const heading = await this.page.locator('h1').innerText()
      if (heading === until) return
      await this.fillPage(values)
      // A page that came back with marks says so until it is sent on.
      const isMarked = await this.page.locator('#isi .summary').isVisible()
      await this.page.locator('#halaman').getByRole('button', { name: 'Lanjut' }).last().click()
      const next = this.page.locator('h1', { hasNotText: heading })
      if (isMarked)
        await next
          .first()
          .waitFor({ timeout: 10_000 })
          .catch(() => undefined)
      await next.or(this.page.locator('#isi .summary')).first().waitFor()
      if (await this.page.locator('#isi .summary').isVisible())
        throw new Error(
          `${heading}: ${await this.page.locator('#isi .summary').innerText()} ${await this.page.locator('#halaman').evaluate((form) => JSON.stringify([...new FormData(form as HTMLFormElement)].map(String)))}`,
        )
    }
  }

  async fillPage(values: Values): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const form = this.page.locator('#halaman')
      if (Buffer.isBuffer(value)) {
        const input = form.locator(`input[type=file][name="${name}"]`)
        if (!(await input.count())) continue
        await input.setInputFiles({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: value })
        await form.locator('.files .file').first().waitFor()
        continue
      }
      const input = form.locator(`[name="${name}"]:visible, [name="${name}-day"]:visible`).first()
      if (!(await input.count())) continue
      const type = await input.getAttribute('type')
      if (type === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check()
      else if (type === 'checkbox') await input.setChecked(Boolean(value))
      else if ((await input.getAttribute('name')) === `${name}-day`)
        await this.person.date(name, Temporal.PlainDate.from(String(value)))
      else await input.fill(String(value))
    }
  }

  async enqueue(): Promise<string> {
    await this.page.getByRole('button', { name: 'Antrekan', exact: true }).click()
    await this.page.locator('[data-receipt]').waitFor()
    return this.page.locator('.field-receipt-number').innerText()
  }

  /** The words of the state of the first item on the list that bears a text. */
  stateOf(text: string) {
    return this.page.locator('.task', { hasText: text }).locator('.tag').first().innerText()
  }

  async openItem(text: string): Promise<void> {
    await this.home()
    await this.page.locator('.task', { hasText: text }).locator('.task-link').first().click()
    await this.page.locator('h1', { hasNotText: 'Loket lapangan' }).waitFor()
  }

  /** Everything that the device has stored, as text in every reading. */
  stored(): Promise<string> {
    return this.page.evaluate(async () => {
      const texts: string[] = []
      const seen = new Set<unknown>()
      const read = (value: unknown): void => {
        if (typeof value === 'string' || typeof value === 'number') texts.push(String(value))
        else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
          const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer)
          texts.push(new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes))
        } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
          seen.add(value)
          for (const each of Object.values(value)) read(each)
        }
      }
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name ?? '')
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        for (const store of database.objectStoreNames) {
          const all = await new Promise<unknown[]>((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
          read(all)
        }
        database.close()
      }
      for (const key of await caches.keys()) {
        const cache = await caches.open(key)
        for (const request of await cache.keys()) {
          texts.push(request.url)
          if (!request.url.includes('/assets/')) texts.push((await (await cache.match(request))?.text()) ?? '')
        }
      }
      texts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }))
      return texts.join('\n')
    })
  }
}

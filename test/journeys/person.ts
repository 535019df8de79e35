import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import type { World } from './world.ts'

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

/** Half as long as the one that the builder brings; it travels into every page. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const asked = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations' as const],
}

export interface Device {
  readonly javaScript?: boolean
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Somebody at a device, doing what people do: open, read, type, press. */
export class Person {
  /** What the browser complained about: script errors, refusals by the content policy. */
  readonly faults: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly hasScripts: boolean,
  ) {
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      // Chromium reports every answer of 400 and more as an error; those are asserted where they are meant.
      if (message.type() === 'error' && !/the server responded with a status of 4/.test(message.text()))
        this.faults.push(`${page.url()}: ${message.text()}`)
    })
  }

  static async at(browser: Browser, world: World, device: Device = {}): Promise<Person> {
    const width = device.width ?? 1280
    const context = await browser.newContext({
      baseURL: world.url,
      viewport: { width, height: width < 600 ? 844 : 860 },
      hasTouch: width < 600,
      javaScriptEnabled: device.javaScript ?? true,
      colorScheme: device.colorScheme ?? 'light',
      locale: 'id-ID',
      acceptDownloads: true,
    })
    return new Person(context, await context.newPage(), device.javaScript ?? true)
  }

  get main(): Locator {
    return this.page.locator('main')
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  /** @returns status of the page */
  async open(path: string): Promise<number> {
    return (await this.page.goto(path))?.status() ?? 0
  }

  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText()
  }

  /** All that the main part of the page says. */
  reads(): Promise<string> {
    return this.main.innerText()
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click()
    await this.page.waitForLoadState()
  }

  async follow(link: string | RegExp): Promise<void> {
    await this.main.getByRole('link', { name: link }).first().click()
    await this.page.waitForLoadState()
  }

  async type(field: string, text: string): Promise<void> {
    await this.page.locator(`main [name="${field}"]`).fill(text)
  }

  choose(option: string): Promise<void> {
    return this.page.getByRole('radio', { name: option }).check()
  }

  async date(field: string, day: Temporal.PlainDate): Promise<void> {
    await this.type(`${field}-day`, String(day.day))
    await this.page.locator(`[name="${field}-month"]`).selectOption(String(day.month))
    await this.type(`${field}-year`, String(day.year))
  }

  value(field: string): Promise<string> {
    return this.page.locator(`main [name="${field}"]`).inputValue()
  }

  /** The sentence of one refused field. */
  complaint(field: string): Promise<string> {
    return this.page.locator(`#f-${field}-error`).innerText()
  }

  async attach(field: string, name: string, bytes: Buffer): Promise<void> {
    const input = this.page.locator(`input[type=file][name="${field}"]`)
    await input.setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes })
    // The island sends it at once; without scripts a button does.
    if (!this.hasScripts) await this.page.locator('[name=upload-file]').click()
    await this.page.locator('.files .file').first().waitFor()
  }

  async signIn(name: string, password: string): Promise<void> {
    if (this.path !== '/masuk') await this.open('/masuk')
    await this.type('name', name)
    await this.type('password', password)
    await this.press(/^Masuk$/)
  }

  /** Presses a link that downloads. */
  async download(link: RegExp): Promise<Buffer> {
    const waiting = this.page.waitForEvent('download')
    await this.main.getByRole('link', { name: link }).first().click()
    const stream = await (await waiting).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  /** Violations of WCAG 2.2 AA and good practice, as lines. Needs scripts. */
  async violations(): Promise<string[]> {
    const found =
      (await this.askAgain()) ??
      (await new AxeBuilder({ page: this.page, axeSource }).setLegacyMode().options(asked).analyze())
    return found.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
    )
  }

  /** Where axe already is in the page, asking it costs a quarter. */
  private askAgain(): Promise<AxeResults | undefined> {
    return this.page.evaluate((options) => {
      const { axe } = globalThis as { axe?: { run(options: unknown): Promise<AxeResults> } }
      return axe?.run(options)
    }, asked)
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}

/** A photo as a phone makes it: upside down by its own word, with maker and position. */
export function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#e8e4da' } })
    .withExif({
      IFD0: { Make: 'Ponsel', Model: 'Uji 5' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 52/1 3/1', GPSLongitudeRef: 'E', GPSLongitude: '107/1 31/1 12/1' },
    })
    .withMetadata({ orientation: 3 })
    .jpeg()
    .toBuffer()
}

import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import type { ServiceDefinition } from '../../src/modules/services/index.ts'
import { fieldsOfPages } from '../../src/modules/services/testing-form.ts'
import type { Given } from './applicants-of.ts'
import type { Person } from './person.ts'

type Field = ReturnType<typeof fieldsOfPages>[number]
type Column = NonNullable<Field['fields']>[number]

/** Real bytes, and few of them: what happens to large photos is tried elsewhere. */
const smallPhoto = sharp({ create: { width: 300, height: 400, channels: 3, background: '#e8e4da' } })
  .jpeg()
  .toBuffer()

/** Fills in the pages of any service the way a person does: what is asked and empty, from top to bottom. */
export class FormFiller {
  private readonly fields: readonly Field[]
  private readonly typed = new Set<string>()

  constructor(
    private readonly person: Person,
    service: ServiceDefinition,
    private readonly answers: Given,
  ) {
    this.fields = fieldsOfPages(service.form.pages)
  }

  /** Everything on the page that is shown and has an answer. @returns the fields that were filled now */
  async fillPage(): Promise<string[]> {
    const now: string[] = []
    for (const field of this.fields) {
      const answer = this.answers[field.id]
      if (answer === undefined || field.kind === 'computed' || this.typed.has(field.id)) continue
      if (!(await this.isShown(field))) continue
      await this.fill(field, answer)
      this.typed.add(field.id)
      now.push(field.id)
    }
    return now
  }

  /** The button of the page, not one inside a field. */
  async goOn(): Promise<void> {
    await this.press(this.person.main.getByRole('button', { name: /^Lanjut$/ }).last())
  }

  private async press(button: Locator): Promise<void> {
    await button.click()
    await this.person.page.waitForLoadState()
  }

  private named(name: string): Locator {
    return this.person.main.locator(`[name="${name}"]`)
  }

  private async isShown(field: Field): Promise<boolean> {
    const first = {
      date: `${field.id}-day`,
      address: `${field.id}.street`,
      area: `${field.id}-province`,
      'map-point': `${field.id}.lat`,
      repeat: '',
      table: '',
    }[field.kind as string]
    if (first === '') {
      // Where no row can be added all of them are there already.
      const rows = this.person.main.locator(`input[type=hidden][name="${field.id}.row"]`)
      const adds = this.person.main.locator(`[name="add-row"][value="${field.id}"]`)
      return (await rows.count()) > 0 || adds.first().isVisible()
    }
    if (['file', 'photo', 'signature'].includes(field.kind)) return (await this.named(field.id).count()) > 0
    const control = this.named(first ?? field.id).first()
    return (await control.count()) > 0 && (await control.isVisible()) && !(await control.isDisabled())
  }

  private async fill(field: Field, answer: unknown): Promise<void> {
    switch (field.kind) {
      case 'address': {
        const address = answer as Record<string, string>
        for (const part of ['street', 'rt', 'rw']) await this.named(`${field.id}.${part}`).fill(address[part] ?? '')
        return this.pickArea(`${field.id}.area`, address['area'] ?? '')
      }
      case 'area':
        return this.pickArea(field.id, String(answer))
      case 'map-point': {
        const { lat, lon } = answer as Record<string, number>
        await this.named(`${field.id}.lat`).fill(String(lat).replace('.', ','))
        return this.named(`${field.id}.lon`).fill(String(lon).replace('.', ','))
      }
      case 'file':
      case 'photo':
      case 'signature':
        return this.upload(field.id)
      case 'multi':
      case 'family-members':
        for (const value of answer as string[]) await this.tick(`[name="${field.id}"][value="${value}"]`)
        return
      case 'repeat':
      case 'table':
        return this.fillRows(field, answer as Record<string, unknown>[])
      case 'statement':
      case 'consent':
        return this.named(field.id).check()
      case 'choice':
        return field.optionsFrom ? this.searchAndChoose(field.id, String(answer)) : this.write(field, field.id, answer)
      default:
        return this.write(field, field.id, answer)
    }
  }

  /** A value in one control; one that already holds it is left as it is. */
  private async write(field: Field | Column, name: string, answer: unknown): Promise<void> {
    if (field.kind === 'date') {
      const day = Temporal.PlainDate.from(String(answer))
      await this.named(`${name}-day`).fill(String(day.day))
      await this.named(`${name}-month`).selectOption(String(day.month))
      return this.named(`${name}-year`).fill(String(day.year))
    }
    const control = this.named(name).first()
    const kind = await control.evaluate((element) => (element as HTMLInputElement).type)
    const text = typeof answer === 'number' ? String(answer).replace('.', ',') : String(answer)
    if (kind === 'radio') await this.tick(`[name="${name}"][value="${text}"]`)
    else if (kind.startsWith('select')) await control.selectOption(text)
    else await control.fill(field.kind === 'time' ? text.replace(':', '.') : text)
  }

  /** Province, regency, district, village: each list follows from the one above. */
  private async pickArea(name: string, code: string): Promise<void> {
    const levels = ['province', 'regency', 'district', 'village'].map((level) => `${name}-${level}`)
    for (const [index, level] of levels.entries()) {
      const wanted = code
        .split('.')
        .slice(0, index + 1)
        .join('.')
      const list = this.named(level)
      await list.locator(`option[value="${wanted}"]`).waitFor({ state: 'attached' })
      if ((await list.inputValue()) === wanted) continue
      await list.selectOption(wanted)
      if (this.person.hasScripts || index === levels.length - 1) continue
      await this.press(this.person.main.locator(`[name="pick-address"][value="${name}"]`))
    }
  }

  private async upload(field: string): Promise<void> {
    const input = this.person.main.locator(`input[type=file][name="${field}"]`)
    const files = this.person.main.locator(`.upload:has(input[type=file][name="${field}"]) .files .file`)
    await input.setInputFiles({ name: `${field}.jpg`, mimeType: 'image/jpeg', buffer: await smallPhoto })
    if (this.person.hasScripts) {
      // The island sends it at once; chosen before the island had come, it travels with the page.
      await files
        .first()
        .waitFor({ timeout: 2000 })
        .catch(() => {})
      return
    }
    await this.press(this.person.main.locator('[name=upload-file]').first())
    await files.first().waitFor()
  }

  private async fillRows(field: Field, rows: readonly Record<string, unknown>[]): Promise<void> {
    const marks = this.person.main.locator(`input[type=hidden][name="${field.id}.row"]`)
    for (const [index, row] of rows.entries()) {
      if ((await marks.count()) <= index) {
        await this.press(this.person.main.locator(`[name="add-row"][value="${field.id}"]`))
        await marks.nth(index).waitFor({ state: 'attached' })
      }
      const key = await marks.nth(index).inputValue()
      for (const column of field.fields ?? []) {
        const name = `${field.id}[${key}].${column.id}`
        if (row[column.id] !== undefined) await this.write(column, name, row[column.id])
      }
    }
  }

  private tick(selector: string): Promise<void> {
    return this.person.main.locator(selector).check()
  }

  /** Among many rows of a register one searches first. */
  private async searchAndChoose(field: string, value: string): Promise<void> {
    const search = this.named(`search-${field}`)
    if ((await search.count()) > 0) {
      await search.fill(value)
      await this.press(this.person.main.locator(`[name="search-options"][value="${field}"]`))
      return this.tick(`[name="${field}"][value="${value}"]`)
    }
    await this.named(field).selectOption(value)
  }
}

import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fromRoot } from '#kernel/paths.ts'
import { fieldsOfPages } from '../form/kinds.ts'
import { everyKind } from '../form/testing/every-kind.ts'
import { paperGroups } from './blank-form.ts'

const groups = everyKind.form.pages.flatMap((page) =>
  page.groups.flatMap((group) => paperGroups(group.title?.id, group.fields)),
)
const paper = groups.flatMap((group) => group.fields)

describe('the form on paper', () => {
  it('asks every question that a hand can answer, in order', () => {
    const labels = [...groups.map((group) => group.title), ...paper.map((field) => field.label)]
    const notOnPaper = new Set(['file', 'photo', 'signature', 'computed'])
    for (const field of fieldsOfPages(everyKind.form.pages)) {
      const name = field.kind === 'repeat' ? field.itemLabel?.id : field.label.id
      expect(labels.includes(name), field.id).toBe(!notOnPaper.has(field.kind))
    }
  })

  it('has ruled rows for tables, a frame for a point, boxes for numbers, and one block for each witness', () => {
    expect(paper.find((field) => field.label === 'Barang yang dibeli')).toMatchObject({
      kind: 'table',
      columns: ['Barang', 'Jumlah', 'Harga satuan (Rp)'],
      lines: 6,
    })
    expect(paper.find((field) => field.label === 'Letak tempat usaha')?.kind).toBe('sketch')
    expect(paper.find((field) => field.label === 'NIB')).toMatchObject({ kind: 'boxes', length: 13 })
    expect(groups.find((group) => group.title === 'Saksi')).toMatchObject({ repeat: 2 })
  })

  it('knows every kind of field in its template', async () => {
    const template = await readFile(fromRoot('templates/blank-form.typ'), 'utf8')
    for (const kind of new Set(paper.map((field) => field.kind))) {
      if (kind !== 'choices') expect(template).toContain(`"${kind}"`)
    }
  })
})

import type { ComponentChildren } from 'preact'
import { FieldGroup, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

export type GroupRow = {
  /** What the names of its inputs carry: `members[<key>].nik`. */
  readonly key: string
  /** "Saksi 1". */
  readonly title: string
  readonly cells: readonly ComponentChildren[]
}

export type RowGroupProps = FieldProps & {
  rows: readonly GroupRow[]
  /** A row with the key `{row}` and the title "Saksi {n}", of which the island makes new ones. */
  blank: GroupRow
  /** Heads of the columns: the rows then stand in a table. */
  columns?: readonly string[] | undefined
  addLabel: string
  removeLabel: string
  most: number
  /** Words for the live region: "{title} ditambahkan.", "{title} dihapus." */
  addedText: string
  removedText: string
}

/**
 * Rows that people add and take away. Without scripts the submit buttons `add-row`=name and `remove-row`=name:key post
 * the page, and each row carries a hidden `name.row`=key in the order of the rows.
 */
export function RowGroup(props: RowGroupProps) {
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div
          class="row-group"
          data-island="row-group"
          data-name={props.name}
          data-most={props.most}
          data-text-added={props.addedText}
          data-text-removed={props.removedText}
        >
          {props.columns ? <TableRows {...props} columns={props.columns} /> : <CardRows {...props} />}
          <button
            class="btn btn-secondary"
            type="submit"
            name="add-row"
            value={props.name}
            formnovalidate
            id={props.rows.length === 0 ? control.id : undefined}
            hidden={props.rows.length >= props.most}
            data-row-add
          >
            <Icon name="plus" size={18} />
            {props.addLabel}
          </button>
          <p class="sr-only" role="status" data-row-status />
        </div>
      )}
    </FieldGroup>
  )
}

function RemoveButton(props: { name: string; row: GroupRow; label: string }) {
  return (
    <button
      class="btn btn-quiet btn-small"
      type="submit"
      name="remove-row"
      value={`${props.name}:${props.row.key}`}
      formnovalidate
      data-row-remove
    >
      {props.label}
      <span class="sr-only" data-row-title>
        {` ${props.row.title}`}
      </span>
    </button>
  )
}

function Mark({ name, row }: { name: string; row: GroupRow }) {
  return <input type="hidden" name={`${name}.row`} value={row.key} />
}

function CardRows(props: RowGroupProps) {
  const card = (row: GroupRow) => (
    <fieldset class="row-card" key={row.key} data-row={row.key}>
      <legend class="row-card-title" data-row-title tabindex={-1}>
        {row.title}
      </legend>
      <Mark name={props.name} row={row} />
      {row.cells}
      <RemoveButton name={props.name} row={row} label={props.removeLabel} />
    </fieldset>
  )
  return (
    <>
      <div data-rows>{props.rows.map(card)}</div>
      <template data-row-template>{card(props.blank)}</template>
    </>
  )
}

function TableRows(props: RowGroupProps & { columns: readonly string[] }) {
  const line = (row: GroupRow) => (
    <tr key={row.key} data-row={row.key}>
      <th scope="row" data-row-title tabindex={-1}>
        {row.title}
      </th>
      {row.cells.map((cell, index) => (
        <td key={props.columns[index]} data-label={props.columns[index]}>
          {cell}
        </td>
      ))}
      <td class="row-tools">
        <Mark name={props.name} row={row} />
        <RemoveButton name={props.name} row={row} label={props.removeLabel} />
      </td>
    </tr>
  )
  return (
    <section class="entry-scroll" aria-label={props.label} tabindex={0}>
      <table class="entry-table">
        <thead>
          <tr>
            <td />
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody data-rows>{props.rows.map(line)}</tbody>
      </table>
      <template data-row-template>
        <table>
          <tbody>{line(props.blank)}</tbody>
        </table>
      </template>
    </section>
  )
}

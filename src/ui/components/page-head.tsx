import type { ComponentChildren } from 'preact'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

export type PageHeadProps = {
  title: string
  lead?: ComponentChildren
  breadcrumb?: readonly Crumb[] | undefined
  actions?: ComponentChildren
}

/** Breadcrumb, h1, lead and the page's main actions. */
export function PageHead(props: PageHeadProps) {
  return (
    <div class="page-head">
      {props.breadcrumb && <Breadcrumb items={props.breadcrumb} />}
      <h1>{props.title}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.actions && <div class="btn-row">{props.actions}</div>}
    </div>
  )
}

/** A part of a page under an h2. */
export function Section(props: { title: string; id?: string | undefined; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Main text with a column of facts at its right; under each other on narrow screens. */
export function Columns(props: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="columns">
      <div>{props.children}</div>
      <div class="columns-aside">{props.aside}</div>
    </div>
  )
}

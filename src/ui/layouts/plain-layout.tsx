import type { ComponentChildren } from 'preact'
import { Footer, Masthead } from './citizen-layout.tsx'
import { Document } from './document.tsx'

export type PlainLayoutProps = {
  title: string
  /** The h1; `false` when the content brings its own (`FormPage`, `ErrorPage`). */
  heading?: string | false | undefined
  lead?: ComponentChildren
  children?: ComponentChildren
}

/** One column and no navigation: sign-in, errors, questions that need all attention. */
export function PlainLayout(props: PlainLayoutProps) {
  const heading = props.heading ?? props.title
  return (
    <Document title={props.title} private bodyClass="citizen plain">
      <Masthead bare />
      <main id="isi" class="wrap narrow" tabindex={-1}>
        {heading !== false && (
          <div class="page-head">
            <h1>{heading}</h1>
            {props.lead && <p class="lead">{props.lead}</p>}
          </div>
        )}
        {props.children}
      </main>
      <Footer />
    </Document>
  )
}

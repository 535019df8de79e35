import type { ComponentChildren } from 'preact'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { FrameProvider, type PageFrame } from './layouts/frame.ts'

/** The whole HTML text of a page. `page` is normally one of the layouts with its content. */
export function renderPage(frame: PageFrame, page: ComponentChildren): string {
  return `<!doctype html>${renderToString(h(FrameProvider, { frame }, page))}`
}

/** A part of a page, for islands that fetch HTML. */
export function renderFragment(frame: PageFrame, fragment: ComponentChildren): string {
  return renderToString(h(FrameProvider, { frame }, fragment))
}

import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { useFrame } from './frame.ts'

export type DocumentProps = {
  title: string
  description?: string | undefined
  bodyClass?: string | undefined
  /** Not to be found by search engines: everything behind a sign-in or a PIN. */
  private?: boolean | undefined
  children: ComponentChildren
  /** Islands of the whole page, on the body. */
  island?: string | undefined
}

/** The html and head of every page. */
export function Document(props: DocumentProps) {
  const t = useTexts()
  const frame = useFrame()
  return (
    <html lang={frame.locale} data-theme={frame.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${props.title} - ${frame.region.name}`}</title>
        {props.description && <meta name="description" content={props.description} />}
        {props.private && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#083c34" />
        <link rel="icon" href={frame.icon ?? '/icon.svg'} />
        {frame.assets.fonts?.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
        ))}
        {frame.assets.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {frame.assets.js.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={props.bodyClass} data-island={props.island}>
        <a class="skip" href="#isi">
          {t('skip-link')}
        </a>
        {frame.demo && (
          <aside class="demo-line" aria-label={t('demo-label')}>
            {t('demo-line')}
          </aside>
        )}
        {props.children}
      </body>
    </html>
  )
}

import type { ComponentChildren } from 'preact'
import { useFrame } from '../layouts/frame.ts'
import { useTexts } from '../texts.ts'
import { Crest } from './crest.tsx'
import { KawungPattern } from './kawung.tsx'

export type PrintLayoutProps = {
  /** The office in whose name it is printed. */
  unit?: string | undefined
  title: string
  number?: string | undefined
  children: ComponentChildren
  /** Signature block, QR and code. */
  foot?: ComponentChildren
}

/** A sheet with the region's letterhead, for receipts and pages that are printed from the browser. */
export function PrintLayout(props: PrintLayoutProps) {
  const t = useTexts()
  const { region } = useFrame()
  return (
    <article class="sheet-page">
      <KawungPattern id="kawung-sheet" />
      <header>
        <Crest size={64} />
        <p>{t('footer-government', { region: region.name })}</p>
        {props.unit && <p class="sheet-unit">{props.unit}</p>}
      </header>
      <h1>{props.title}</h1>
      {props.number && <p class="sheet-number">{props.number}</p>}
      {props.children}
      {props.foot && <footer>{props.foot}</footer>}
    </article>
  )
}

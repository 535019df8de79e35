import { organizationPaths } from '../paths.ts'
import { organizationTexts } from '../texts.ts'
import { AdministrationFrame, type AdministrationFrameProps } from './administration-frame.tsx'

export type { AdminPage } from './administration-frame.tsx'

/** A page about units, positions or roles. */
export function AdminFrame(props: AdministrationFrameProps) {
  const section = { label: organizationTexts(props.locale)('title'), href: organizationPaths.tree }
  return <AdministrationFrame section={section} {...props} />
}

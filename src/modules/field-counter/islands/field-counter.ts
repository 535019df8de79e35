import type { PageFrame } from '#ui/index.ts'
import { FieldCounter } from '../app/counter.tsx'
import type { OfflineForms } from '../app/filling.ts'

/** @param forms how a form of a service is filled in without the server; the module of services brings it */
export function fieldCounter(forms: OfflineForms): (root: HTMLElement) => void {
  return (root) => {
    const { name = '', shortName = '', motto = '', zone = '', origin = '', files = '[]' } = root.dataset
    const frame: PageFrame = {
      locale: document.documentElement.lang === 'en' ? 'en' : 'id',
      region: { name, shortName, motto },
      assets: { css: [], js: [] },
      path: location.pathname,
      csrf: '',
    }
    void new FieldCounter({ root, forms, frame, zone, origin, files: JSON.parse(files) as string[] }).start()
  }
}

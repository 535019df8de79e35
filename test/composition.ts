import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { ModuleManifest } from '../src/kernel/define/module.ts'
import { fromRoot } from '../src/kernel/paths.ts'
import { moduleMap } from '../src/modules/map.ts'

/** The manifests of the program as src/app.ts composes them. */
export async function loadModules(): Promise<readonly ModuleManifest[]> {
  const app = fromRoot('src/app.ts')
  if (existsSync(app) && !process.env['NO_APP'])
    return ((await import(/* @vite-ignore */ pathToFileURL(app).href)) as { modules: readonly ModuleManifest[] })
      .modules
  const found: ModuleManifest[] = []
  for (const { name } of moduleMap) {
    const file = fromRoot('src/modules', name, 'module.ts')
    if (!existsSync(file)) continue
    const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, ModuleManifest>
    found.push(...Object.values(exported).filter((value) => value.name === name))
  }
  return found
}

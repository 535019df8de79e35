import type { Config } from '#kernel/config.ts'
import { install } from '../install.ts'

export async function migrateAll(config: Config): Promise<void> {
  const installation = await install(config, (step) => console.log(`Balai: ${step}`))
  console.log(`Balai: ${installation.definitions.length} region(s) are up to date`)
  await installation.stop()
}

import pg from 'pg'
import { seedRules } from './index.ts'

/** For tests of what a new figure of law changes elsewhere. */
export { addRow } from './commands/add-row.ts'

/** The rows of law that come with the program, in a tenant that was made without them. */
export async function seedShippedRules(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await seedRules(owner)
  } finally {
    await owner.end()
  }
}

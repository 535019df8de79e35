import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take half a minute and more. Begun last, one of them would keep the others waiting for it at the end. */
const long = [
  'test/journeys/every-page.test.ts',
  'test/journeys/every-service.test.ts',
  'test/services-walk.test.ts',
  'test/journeys/offline-counter-faults.test.ts',
  'test/crash/crash.test.ts',
  'test/journeys/birth-certificate.test.ts',
  'src/modules/national-register/outbox/outage.test.ts',
  'test/new-service.test.ts',
  'test/journeys/junk-forms.test.ts',
  'src/demo/load-demo.test.ts',
  'test/journeys/letter.test.ts',
  'test/new-module.test.ts',
  'test/journeys/signing-in.test.ts',
]

/** The long files first, whatever a machine remembers of earlier runs; the others as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = (file: TestSpecification) => {
      const index = long.findIndex((path) => file.moduleId.endsWith(`/${path}`))
      return index < 0 ? long.length : index
    }
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

import { provide } from '#kernel/define/extension-point.ts'
import { defineModule, type JobHandler } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { countRegister } from './commands/count-register.ts'
import { demographyPaths } from './paths.ts'
import { exportFigures, exportMonthly, figuresPage, monthlyPage } from './routes/figures.tsx'

const countNightly: JobHandler = async (_payload, context) => {
  await context.run(countRegister, {})
}

export const demography = defineModule({
  name: 'demography',
  routes: [figuresPage, ...exportFigures, monthlyPage, ...exportMonthly],
  commands: [countRegister],
  permissions: {
    'demography.report': {
      id: 'Melihat dan mengunduh laporan bulanan kependudukan',
      en: 'See and download the monthly population report',
    },
  },
  jobs: { 'demography.count': countNightly },
  cron: [{ task: 'demography.count', match: '20 18 * * *' }],
  provides: [
    provide(staffLanding, 'demography', {
      label: { id: 'Laporan kependudukan', en: 'Population report' },
      permission: 'demography.report',
      path: demographyPaths.monthly,
      order: 38,
    }),
  ],
})

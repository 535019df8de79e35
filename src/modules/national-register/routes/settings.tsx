import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { addBlock, configure, endBlock, setSimulation } from '../commands/configure.ts'
import { nationalPaths } from '../paths.ts'
import { listBlocks } from '../queries/numbers.ts'
import { maySimulate, readSettings } from '../settings.ts'
import { behaviourOf } from '../simulator/behaviour.ts'
import { adminTexts } from '../texts-admin.ts'
import { BlocksPage } from '../views/blocks-page.tsx'
import { SettingsPage } from '../views/settings-page.tsx'
import { SimulatorPage } from '../views/simulator-page.tsx'
import { around, configuring, districtChoices, typedIn } from './around.ts'

async function showSettings(context: RouteContext, error?: AppError): Promise<Answer> {
  const { tenant, config, db } = context
  return page(
    <SettingsPage
      {...(await around(context, error))}
      settings={await readSettings(db)}
      maySimulate={maySimulate(tenant, config.nationalRegister)}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

export const settingsForm = get(nationalPaths.settings, {
  access: configuring,
  audit: 'none',
  handle: (context) => showSettings(context),
})

const names = [
  'mode',
  'numbers',
  'gatewayUrl',
  'gatewayToken',
  'verifyUrl',
  'verifyCustomer',
  'verifyUser',
  'verifyPassword',
  'verifyIp',
  'nameThreshold',
  'faceThreshold',
] as const

export const saveSettings = post(nationalPaths.settings, {
  access: permitted('national-register.configure', { stepUp: true }),
  audit: 'none',
  async handle(context) {
    const { form, tenant, config } = context
    const input = Object.fromEntries(names.map((name) => [name, form.get(name)]))
    await context.run(configure, { ...input, maySimulate: maySimulate(tenant, config.nationalRegister) })
    context.notify(adminTexts(context.locale)('settings.saved'))
    return redirect(nationalPaths.settings)
  },
  invalid: showSettings,
})

async function showBlocks(context: RouteContext, error?: AppError): Promise<Answer> {
  return page(
    <BlocksPage
      {...(await around(context, error))}
      blocks={await listBlocks(context.db)}
      districts={await districtChoices(context)}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

export const blocks = get(nationalPaths.blocks, {
  access: configuring,
  audit: 'none',
  handle: (context) => showBlocks(context),
})

export const newBlock = post(nationalPaths.blocks, {
  access: configuring,
  audit: 'none',
  async handle(context) {
    const { form } = context
    await context.run(addBlock, {
      kind: form.get('kind'),
      districtCode: form.get('districtCode'),
      first: form.get('first'),
      last: form.get('last'),
      letter: form.get('letter'),
    })
    context.notify(adminTexts(context.locale)('blocks.added'))
    return redirect(nationalPaths.blocks)
  },
  invalid: showBlocks,
})

export const stopBlock = post(nationalPaths.endBlock(':blockId'), {
  access: configuring,
  audit: 'none',
  params: z.object({ blockId: z.uuid() }),
  async handle(context) {
    await context.run(endBlock, { blockId: context.params.blockId })
    context.notify(adminTexts(context.locale)('blocks.end-done'))
    return redirect(nationalPaths.blocks)
  },
})

/** @throws not-found where no made-up register is at work */
async function requireSimulator({ tenant, config, db }: RouteContext): Promise<void> {
  if (!maySimulate(tenant, config.nationalRegister) || (await readSettings(db)).mode !== 'simulator') throw notFound()
}

export const simulator = get(nationalPaths.simulator, {
  access: configuring,
  audit: 'none',
  async handle(context) {
    await requireSimulator(context)
    return page(<SimulatorPage {...(await around(context))} behaviour={await behaviourOf(context.db)} />)
  },
})

export const changeSimulator = post(nationalPaths.simulator, {
  access: configuring,
  audit: 'none',
  async handle(context) {
    await requireSimulator(context)
    await context.run(setSimulation, { behaviour: context.form.get('behaviour') })
    context.notify(adminTexts(context.locale)('simulator.done'))
    return redirect(nationalPaths.simulator)
  },
})

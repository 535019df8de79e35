import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { announceItem } from './commands/announce-item.ts'
import { enrollDevice, openVault } from './commands/enroll-device.ts'
import { dropParts, keepPart, noteStoredFile } from './commands/keep-part.ts'
import { noteDevice } from './commands/note-device.ts'
import { noteExport } from './commands/note-export.ts'
import { receiveItem, refuseItem, withdrawItem } from './commands/receive-item.ts'
import { revokeDevice } from './commands/revoke-device.ts'
import { fieldCounterPaths } from './paths.ts'
import * as devices from './routes/devices.tsx'
import * as items from './routes/items.tsx'
import * as pack from './routes/pack.tsx'
import * as sending from './routes/sending.ts'
import { sameBirth, sameEvents } from './same-event.ts'

export const fieldCounter = defineModule({
  name: 'field-counter',
  routes: [
    pack.app,
    pack.worker,
    pack.setUp,
    pack.catalogue,
    pack.areas,
    pack.carriedForm,
    pack.enroll,
    pack.unlock,
    sending.deviceState,
    sending.announce,
    sending.sendPart,
    sending.finish,
    sending.withdraw,
    items.itemList,
    ...items.exportItems,
    items.itemDetail,
    items.receiptState,
    devices.deviceList,
    devices.deviceView,
    devices.revoke,
  ],
  commands: [
    enrollDevice,
    openVault,
    noteDevice,
    revokeDevice,
    announceItem,
    keepPart,
    noteStoredFile,
    dropParts,
    receiveItem,
    refuseItem,
    withdrawItem,
    noteExport,
  ],
  permissions: {
    'field-counter.work': {
      id: 'Mencatat permohonan warga di loket lapangan, juga tanpa jaringan',
      en: 'Take down citizens’ applications at a field counter, also without a network',
    },
    'field-counter.supervise': {
      id: 'Mengawasi kiriman dan perangkat loket lapangan',
      en: 'Supervise items and devices of field counters',
    },
  },
  provides: [
    provide(sameEvents, 'birth-certificate', sameBirth),
    provide(staffLanding, 'field-counter', {
      label: { id: 'Loket lapangan', en: 'Field counter' },
      permission: 'field-counter.work',
      path: fieldCounterPaths.app,
      order: 60,
    }),
    provide(staffLanding, 'field-counter-items', {
      label: { id: 'Kiriman loket lapangan', en: 'Field counter items' },
      permission: 'field-counter.supervise',
      path: fieldCounterPaths.items,
      order: 61,
    }),
  ],
})

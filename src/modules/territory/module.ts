import { defineModule } from '#kernel/define/module.ts'
import {
  closeNeighbourhood,
  nameNeighbourhoodHead,
  openNeighbourhoods,
  reopenNeighbourhood,
} from './commands/neighbourhoods.ts'
import { territoryRoutes } from './routes.ts'
import { neighbourhoodRoutes } from './routes-neighbourhoods.tsx'

export const territory = defineModule({
  name: 'territory',
  routes: [...territoryRoutes, ...neighbourhoodRoutes],
  commands: [openNeighbourhoods, nameNeighbourhoodHead, closeNeighbourhood, reopenNeighbourhood],
  permissions: {
    'territory.read-neighbourhoods': { id: 'Membaca daftar RT dan RW', en: 'Read the list of neighbourhoods' },
    'territory.edit-neighbourhoods': {
      id: 'Membuka dan menutup RT, mencatat ketuanya',
      en: 'Open and close neighbourhoods and record their heads',
    },
  },
})

import { h, type VNode } from 'preact'
import { CitizenLayout } from '../layouts/citizen-layout.tsx'
import type { PageFrame } from '../layouts/frame.ts'
import { renderPage } from '../render.ts'
import { addressPickerSpecimens } from './address-picker.tsx'
import { buttonSpecimens } from './button.tsx'
import { chartSpecimens, pyramidSpecimens, statSpecimens } from './chart.tsx'
import { choiceSpecimens } from './choices.tsx'
import { dateFieldSpecimens } from './date-field.tsx'
import * as desk from './desk-parts.tsx'
import { dialogSpecimens } from './dialog.tsx'
import { errorSummarySpecimens } from './error-summary.tsx'
import { fileUploadSpecimens } from './file-upload.tsx'
import { computedValueSpecimens, signaturePadSpecimens } from './form-parts.tsx'
import {
  cursorPaginationSpecimens,
  exportLinksSpecimens,
  filterBarSpecimens,
  narrowedListSpecimens,
  workProgressSpecimens,
} from './list-tools.tsx'
import { mapPickerSpecimens, mapViewSpecimens } from './map-picker.tsx'
import { emptyStateSpecimens, noticeSpecimens } from './notice.tsx'
import { numberFieldSpecimens } from './number-fields.tsx'
import { DeskPage } from './page-desk.tsx'
import { ServicePage } from './page-service.tsx'
import { StartPage } from './page-start.tsx'
import { StatusPage } from './page-status.tsx'
import { EmptyListPage, FormWithErrorsPage, NotFoundPage, SignInPage, StaffListPage } from './pages.tsx'
import { passwordFieldSpecimens } from './password-field.tsx'
import { rowGroupSpecimens } from './row-group.tsx'
import * as service from './service-parts.tsx'
import { breadcrumbSpecimens, iconSpecimens, printLayoutSpecimens } from './small-parts.tsx'
import type { SpecimenSet } from './specimen.ts'
import { statusTagSpecimens } from './status-tag.tsx'
import { stepsSpecimens } from './steps.tsx'
import { summaryListSpecimens } from './summary-list.tsx'
import { tableSpecimens } from './table.tsx'
import { tabsSpecimens } from './tabs.tsx'
import { taskListSpecimens } from './task-list.tsx'
import { textFieldSpecimens } from './text-field.tsx'
import { timelineSpecimens } from './timeline.tsx'

/** Every component in its states, by the name in its address. */
export const specimens: Readonly<Record<string, SpecimenSet>> = {
  'address-picker': addressPickerSpecimens,
  breadcrumb: breadcrumbSpecimens,
  button: buttonSpecimens,
  chart: chartSpecimens,
  pyramid: pyramidSpecimens,
  choices: choiceSpecimens,
  'computed-value': computedValueSpecimens,
  'cursor-pagination': cursorPaginationSpecimens,
  'date-field': dateFieldSpecimens,
  'decision-panel': desk.decisionPanelSpecimens,
  dialog: dialogSpecimens,
  'document-thumb': desk.documentThumbSpecimens,
  'empty-state': emptyStateSpecimens,
  'error-summary': errorSummarySpecimens,
  'export-links': exportLinksSpecimens,
  'file-pane': desk.filePaneSpecimens,
  'file-upload': fileUploadSpecimens,
  'filter-bar': filterBarSpecimens,
  icon: iconSpecimens,
  'key-hints': desk.keyHintSpecimens,
  'life-event-list': service.lifeEventSpecimens,
  'link-list': service.linkListSpecimens,
  'map-picker': mapPickerSpecimens,
  'map-view': mapViewSpecimens,
  'narrowed-list': narrowedListSpecimens,
  notice: noticeSpecimens,
  'number-fields': numberFieldSpecimens,
  'password-field': passwordFieldSpecimens,
  'print-layout': printLayoutSpecimens,
  'promise-line': service.promiseSpecimens,
  'queue-list': desk.queueListSpecimens,
  'requirement-list': service.requirementSpecimens,
  'row-group': rowGroupSpecimens,
  'search-box': service.searchBoxSpecimens,
  'service-facts': service.serviceFactSpecimens,
  'signature-pad': signaturePadSpecimens,
  stat: statSpecimens,
  'status-tag': statusTagSpecimens,
  steps: stepsSpecimens,
  'summary-list': summaryListSpecimens,
  table: tableSpecimens,
  tabs: tabsSpecimens,
  'task-list': taskListSpecimens,
  'text-field': textFieldSpecimens,
  timeline: timelineSpecimens,
  'work-progress': workProgressSpecimens,
}

/** Whole pages, as the modules build them. */
export const mockPages: Readonly<Record<string, { title: string; page: () => VNode }>> = {
  'page-start': { title: 'Halaman awal', page: StartPage },
  'page-service': { title: 'Layanan', page: ServicePage },
  'page-status': { title: 'Lacak berkas', page: StatusPage },
  'page-form': { title: 'Formulir dengan kesalahan', page: FormWithErrorsPage },
  'page-sign-in': { title: 'Masuk', page: SignInPage },
  'page-empty': { title: 'Daftar kosong', page: EmptyListPage },
  'page-error': { title: 'Kesalahan', page: NotFoundPage },
  'page-desk': { title: 'Meja', page: DeskPage },
  'page-staff-list': { title: 'Daftar petugas', page: StaffListPage },
}

function Index() {
  return (
    <CitizenLayout title="Komponen Balai" lead="Setiap komponen dalam semua keadaannya, lalu halaman utuh.">
      <div class="columns">
        <nav aria-label="Komponen">
          <h2>Komponen</h2>
          <ul class="mt-2 grid gap-1">
            {Object.entries(specimens).map(([name, set]) => (
              <li key={name}>
                <a class="link-button" href={`/_ui/${name}`}>
                  {set.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="Halaman">
          <h2>Halaman</h2>
          <ul class="mt-2 grid gap-1">
            {Object.entries(mockPages).map(([name, mock]) => (
              <li key={name}>
                <a class="link-button" href={`/_ui/${name}`}>
                  {mock.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </CitizenLayout>
  )
}

/** The list of all specimens, or one component in its states. */
export function SpecimensPage(props: { name?: string | undefined }) {
  const set = props.name === undefined ? undefined : specimens[props.name]
  if (!set) return <Index />
  return (
    <CitizenLayout title={set.title} breadcrumb={[{ label: 'Komponen', href: '/_ui' }, { label: set.title }]}>
      {Object.entries(set.states).map(([state, render]) => (
        <section key={state} class="section" data-specimen={state} aria-label={state}>
          <h2 class="specimen-state">{state}</h2>
          {render()}
        </section>
      ))}
    </CitizenLayout>
  )
}

/** HTML for `/_ui` (no name) or `/_ui/<name>`; undefined when there is no such specimen. */
export function renderSpecimen(frame: PageFrame, name?: string): string | undefined {
  const mock = name === undefined ? undefined : mockPages[name]
  if (mock) return renderPage(frame, h(mock.page, {}))
  if (name !== undefined && !specimens[name]) return undefined
  return renderPage(frame, h(SpecimensPage, { name }))
}

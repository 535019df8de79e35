import { Button } from '../components/button.tsx'
import { DecisionPanel, PanelPart } from '../components/decision-panel.tsx'
import { DocumentThumbs } from '../components/document-thumb.tsx'
import { FilePane } from '../components/file-pane.tsx'
import { KeyHints } from '../components/key-hints.tsx'
import { Notice } from '../components/notice.tsx'
import { QueueList } from '../components/queue-list.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const queueListSpecimens = defineSpecimens('QueueList', {
  empty: () => (
    <QueueList title="Antrean kosong" items={[]} empty="Semua berkas sudah diputus. Yang baru muncul di sini." />
  ),
  many: () => (
    <QueueList
      title="Antrean saya"
      countText="38 berkas, 1 terlambat"
      items={[
        {
          id: '1',
          href: '#1',
          title: 'Akta kelahiran',
          who: 'Sekar Wulandari',
          where: 'Baros',
          due: 'terlambat 1 hari',
          tone: 'late',
        },
        {
          id: '2',
          href: '#2',
          title: 'Pindah datang',
          who: 'Keluarga Hartono (4)',
          where: 'Mekarsari',
          due: 'hari ini 15.00',
          tone: 'soon',
          current: true,
        },
        {
          id: '3',
          href: '#3',
          title: longText,
          who: longText,
          where: 'Cempaka',
          due: 'Rabu 25 November, pukul 15.00',
          tone: 'good',
        },
      ]}
    />
  ),
})
export const decisionPanelSpecimens = defineSpecimens('DecisionPanel', {
  one: () => (
    <DecisionPanel
      promise="Janji: hari ini pukul 15.00"
      tone="soon"
      promiseHint="sisa 5 jam 40 menit kerja, langkah ini 2 jam"
      parts={
        <PanelPart title="Tanda untuk pemohon">
          <Notice tone="soon">RT 03 RW 05 tidak ada di Mekarsari.</Notice>
        </PanelPart>
      }
    >
      <Button wide kbd="S">
        Setujui
      </Button>
    </DecisionPanel>
  ),
})
export const documentThumbSpecimens = defineSpecimens('DocumentThumbs', {
  many: () => (
    <DocumentThumbs
      label="Dokumen"
      documents={[
        { title: 'SKPWNI (elektronik)', href: '#1', hint: 'PDF, 93 KB', icon: 'shield-check' },
        { title: 'Foto KK lama', href: '#2' },
        { title: longText, href: '#3' },
      ]}
    />
  ),
})
export const keyHintSpecimens = defineSpecimens('KeyHints', {
  many: () => (
    <KeyHints
      hints={[
        { keys: ['J', 'L'], label: 'berkas berikut, sebelum' },
        { keys: ['M'], label: 'tandai isian' },
        { keys: ['/'], label: 'cari' },
      ]}
    />
  ),
})

const sheetOfPaper =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="300" height="420"%3E%3Crect width="300" height="420" fill="%23fff"/%3E%3Cpath d="M30 50h240M30 90h240M30 130h180" stroke="%23445" stroke-width="8"/%3E%3C/svg%3E'
const papers = [
  { id: 'one', title: 'Foto KK lama: kk.jpg', kind: 'image', src: sheetOfPaper, href: '#1' },
  { id: 'two', title: longText, kind: 'other', src: '#', href: '#2' },
] as const
export const filePaneSpecimens = defineSpecimens('FilePane', {
  one: () => <FilePane files={papers.slice(0, 1)} id="one" closeHref="#" />,
  many: () => <FilePane files={papers} id="one" closeHref="#" />,
  'long words': () => <FilePane files={papers} id="two" closeHref="#" />,
})

import { TaskList } from '../components/task-list.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const taskListSpecimens = defineSpecimens('TaskList', {
  one: () => <TaskList tasks={[{ title: 'Data anak', href: '#', status: { label: 'Selesai', tone: 'good' } }]} />,
  many: () => (
    <TaskList
      tasks={[
        { title: 'Data anak', href: '#', status: { label: 'Selesai', tone: 'good' } },
        {
          title: 'Saksi',
          href: '#1',
          hint: 'Dua orang, cukup dengan NIK',
          status: { label: 'Perlu diperbaiki', tone: 'soon' },
        },
        { title: 'Kirim', status: { label: 'Belum dapat dimulai', tone: 'neutral' } },
      ]}
    />
  ),
  'long words': () => (
    <TaskList tasks={[{ title: longText, href: '#', hint: longText, status: { label: 'Selesai', tone: 'good' } }]} />
  ),
})

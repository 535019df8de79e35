import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Radios } from '../components/choices.tsx'
import { CursorPagination } from '../components/cursor-pagination.tsx'
import { DateField } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorPage } from '../components/error-page.tsx'
import { FileUpload } from '../components/file-upload.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { FormPage } from '../components/form-page.tsx'
import { NikField } from '../components/number-fields.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Table } from '../components/table.tsx'
import { TextField } from '../components/text-field.tsx'
import { CitizenLayout } from '../layouts/citizen-layout.tsx'
import { PlainLayout } from '../layouts/plain-layout.tsx'
import { StaffLayout } from '../layouts/staff-layout.tsx'

export function SignInPage() {
  return (
    <PlainLayout title="Masuk" lead="Untuk melanjutkan pengajuan dan melihat berkas Anda.">
      <FormPage
        action="/masuk"
        actions={
          <ButtonRow>
            <Button>Masuk</Button>
            <LinkButton href="/masuk/kunci" variant="secondary" icon="fingerprint">
              Pakai kunci sidik jari
            </LinkButton>
          </ButtonRow>
        }
      >
        <NikField name="nik" label="NIK" hint="16 angka di KTP Anda" autocomplete="username" />
        <PasswordField name="password" label="Kata sandi" />
      </FormPage>
      <p class="mt-8">
        Belum punya akun? <a href="/daftar">Daftar dengan NIK dan nomor ponsel</a>. Lupa kata sandi?{' '}
        <a href="/masuk/lupa">Buat yang baru</a>.
      </p>
    </PlainLayout>
  )
}

export function FormWithErrorsPage() {
  return (
    <CitizenLayout title="Kelahiran" heading={false} narrow private>
      <FormPage
        title="Tentang kelahiran"
        action="/ajukan/1/kelahiran"
        backHref="/ajukan/1/orang-tua"
        multipart
        saveAndLeave
        autosaveUrl="/ajukan/1/simpan"
        savedAt="10.41"
        steps={[
          { label: 'Anak', state: 'done', href: '#' },
          { label: 'Orang tua', state: 'done', href: '#' },
          { label: 'Kelahiran', state: 'current' },
          { label: 'Dokumen', state: 'future' },
          { label: 'Periksa dan kirim', state: 'future' },
        ]}
        errors={[
          { name: 'child-name', text: 'Tulis nama lengkap anak.' },
          { name: 'born-on', text: 'Februari tidak punya tanggal 31.' },
        ]}
      >
        <TextField
          name="child-name"
          label="Nama lengkap anak"
          hint="Paling sedikit dua kata"
          error="Tulis nama lengkap anak."
        />
        <DateField
          name="born-on"
          label="Tanggal lahir"
          value={{ day: '31', month: '2', year: '2026' }}
          error="Februari tidak punya tanggal 31."
        />
        <Radios
          name="place-kind"
          label="Lahir di mana?"
          value="hospital"
          options={[
            { value: 'hospital', label: 'Rumah sakit atau puskesmas' },
            { value: 'home', label: 'Rumah', hint: 'Ditolong bidan atau bukan' },
          ]}
        />
        <NikField
          name="father-nik"
          label="NIK ayah"
          value="9901021203840007"
          marked="Bukan NIK kepala keluarga pada KK."
        />
        <FileUpload
          name="proof"
          label="Surat keterangan lahir"
          hint="Foto dengan ponsel cukup."
          acceptText="JPG, PNG atau PDF"
          accept={['image/jpeg', 'image/png', '.pdf']}
          maxBytes={10_000_000}
          uploadUrl="/ajukan/1/unggah"
          camera
          files={[]}
        />
      </FormPage>
    </CitizenLayout>
  )
}

export function EmptyListPage() {
  return (
    <CitizenLayout title="Berkas saya" lead="Semua yang pernah Anda ajukan, di sini maupun di loket." private>
      <EmptyState
        title="Belum ada berkas"
        icon="file-text"
        action={<LinkButton href="/layanan">Cari layanan</LinkButton>}
      >
        Begitu Anda mulai mengisi, pengajuan tersimpan dan muncul di sini.
      </EmptyState>
    </CitizenLayout>
  )
}

export function NotFoundPage() {
  return (
    <PlainLayout title="Halaman tidak ada" heading={false}>
      <ErrorPage
        title="Halaman ini tidak ada"
        id="01HZX-4F2K"
        actions={
          <>
            <LinkButton href="/">Ke halaman awal</LinkButton>
            <LinkButton href="/lacak" variant="secondary">
              Lacak berkas
            </LinkButton>
          </>
        }
      >
        Mungkin alamatnya salah ketik, atau halamannya sudah pindah. Yang Anda isi tadi tetap tersimpan.
      </ErrorPage>
    </PlainLayout>
  )
}

const files = [
  { id: '1', title: 'Akta kelahiran', who: 'Sekar Wulandari', due: 'terlambat 1 hari', tone: 'late' as const },
  { id: '2', title: 'Pindah datang', who: 'Keluarga Hartono (4)', due: 'hari ini 15.00', tone: 'soon' as const },
  { id: '3', title: 'Akta kematian', who: 'alm. Darmo Sutejo', due: 'Rabu 25 Nov', tone: 'good' as const },
]

export function StaffListPage() {
  return (
    <StaffLayout
      title="Berkas di kantor ini"
      desk="Meja verifikasi"
      unit="Dinas Kependudukan dan Pencatatan Sipil"
      search={{ action: '/meja/cari' }}
      nav={[
        { label: 'Antrean', href: '/meja', count: 38 },
        { label: 'Berkas', href: '/meja/berkas' },
        { label: 'Laporan', href: '/meja/laporan' },
      ]}
    >
      <FilterBar
        action="/meja/berkas"
        search={{ label: 'Cari' }}
        selects={[{ name: 'layanan', label: 'Layanan', options: [{ value: 'a', label: 'Akta kelahiran' }] }]}
        active={[{ label: 'Kecamatan Mekarsari', removeHref: '/meja/berkas' }]}
      />
      <Table
        caption="Berkas menurut tenggat"
        captionHidden
        rows={files}
        rowKey={(row) => row.id}
        rowHref={(row) => `/meja/berkas/${row.id}`}
        columns={[
          { key: 'title', label: 'Layanan', header: true, cell: (row) => row.title },
          { key: 'who', label: 'Pemohon', cell: (row) => row.who, sort: { href: '?urut=pemohon' } },
          {
            key: 'due',
            label: 'Tenggat',
            sort: { href: '?urut=tenggat', now: 'asc' },
            cell: (row) => <StatusTag tone={row.tone}>{row.due}</StatusTag>,
          },
        ]}
      />
      <CursorPagination nextHref="?setelah=abc" countText="1 sampai 50 dari 1.284 berkas" />
    </StaffLayout>
  )
}

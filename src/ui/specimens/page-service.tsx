import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Columns, PageHead, Section } from '../components/page-head.tsx'
import { RequirementList } from '../components/requirement-list.tsx'
import { ServiceFacts } from '../components/service-facts.tsx'
import { ProcedureSteps } from '../components/timeline.tsx'
import { CitizenLayout } from '../layouts/citizen-layout.tsx'

const hours = [9, 8.7, 7.7, 7.9, 5.9, 6.2, 5.4, 4.2, 3.9, 4.6]

export function ServicePage() {
  return (
    <CitizenLayout title="Akta kelahiran" heading={false}>
      <Columns
        aside={
          <>
            <ServiceFacts
              cost="Gratis"
              legalTime="1 hari kerja"
              measuredTime="5 jam 20 menit"
              promisesKept="97,8%"
              satisfaction="91,48 Sangat baik"
              countThisMonth="312"
              trend={{
                title: 'Waktu nyata turun dari 9 jam menjadi 5 jam sejak September',
                points: hours.map((value, i) => ({
                  label: `Pekan ${i + 36}`,
                  value,
                  text: `${String(value).replace('.', ',')} jam`,
                })),
                startText: '9 jam, September',
                endText: '5 jam, kini',
              }}
            />
            <Notice>Dasar hukum: UU 24/2013 pasal 27, Perpres 96/2018 pasal 33. Berlaku sejak 18 Oktober 2018.</Notice>
          </>
        }
      >
        <PageHead
          title="Akta kelahiran"
          breadcrumb={[{ label: 'Layanan', href: '/layanan' }, { label: 'Kelahiran' }]}
          lead="Satu pengajuan menghasilkan akta kelahiran, NIK anak, kartu keluarga baru, dan kartu identitas anak. Gratis."
          actions={
            <>
              <LinkButton href="/ajukan/akta-kelahiran">Mulai mengajukan</LinkButton>
              <LinkButton href="/formulir.pdf" variant="secondary">
                Unduh formulir kertas
              </LinkButton>
            </>
          }
        />
        <Section title="Yang perlu disiapkan">
          <RequirementList
            items={[
              { title: 'Data ayah dan ibu, kartu keluarga', met: true, text: 'Anda tinggal memeriksanya.' },
              { title: 'Buku nikah atau akta perkawinan', met: true, text: 'Akta 9901-KW-14062021-0012.' },
              {
                title: 'Surat keterangan lahir dari bidan atau rumah sakit',
                text: (
                  <>
                    Foto dengan ponsel cukup. Tidak punya? Buat <a href="#pernyataan">pernyataan kebenaran kelahiran</a>{' '}
                    dengan dua saksi.
                  </>
                ),
              },
            ]}
          />
        </Section>
        <Section title="Urutannya">
          <ProcedureSteps
            steps={[
              { title: 'Anda mengisi dan mengirim', by: 'sekitar 8 menit, bisa disimpan dan dilanjutkan' },
              { title: 'Petugas memeriksa', by: 'Dinas Kependudukan dan Pencatatan Sipil', time: 'hari yang sama' },
              {
                title: 'Kepala dinas menandatangani',
                by: 'tanda tangan elektronik tersertifikasi',
                time: 'paling lambat 1 hari kerja',
              },
              { title: 'Dokumen Anda terima', by: 'unduh, cetak sendiri, atau ambil di kecamatan' },
            ]}
          />
        </Section>
      </Columns>
    </CitizenLayout>
  )
}

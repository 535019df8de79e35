import { type Config, readConfig } from '#kernel/config.ts'

interface Verb {
  readonly usage: string
  readonly help: string
  run(args: string[], config: Config): Promise<void>
}

/** Runs on any machine, without configuration, data folder or database. */
interface VerbAnywhere {
  readonly usage: string
  readonly help: string
  runAnywhere(args: string[]): Promise<void>
}

const verbs: Record<string, Verb | VerbAnywhere> = {
  serve: {
    usage: 'serve [--demo] [--people N] [--no-jobs | --jobs-beside]',
    help: 'web pages and jobs in one process, or the jobs in one beside it; --demo fills an empty region with invented people',
    run: async (args, config) => (await import('./commands/serve.ts')).serve(args, config, import.meta.url),
  },
  work: {
    usage: 'work',
    help: 'jobs only, beside other serve processes',
    run: async (_args, config) => (await import('./commands/work.ts')).work(config),
  },
  migrate: {
    usage: 'migrate',
    help: 'brings every region to the newest structure, rules and services, then ends',
    run: async (_args, config) => (await import('./commands/migrate.ts')).migrateAll(config),
  },
  demo: {
    usage: 'demo [--people 6000] [--cases N] [--seed TEXT] [--region ID]',
    help: 'loads the invented Kabupaten Arunika into an empty region',
    run: async (args, config) => (await import('./commands/demo.ts')).demo(args, config),
  },
  region: {
    usage:
      'region [--region ID] [--code 33.01] [--name TEXT] [--short TEXT] [--motto TEXT] [--zone ZONE] [--accent #hex --deep #hex --wash #hex]',
    help: 'names a region, sets its colours (checked for contrast) and its own territory',
    run: async (args, config) => (await import('./commands/region.ts')).region(args, config),
  },
  doctor: {
    usage: 'doctor',
    help: 'checks configuration, database, rights, files, jobs and clock, and says what is wrong',
    run: async (_args, config) => (await import('./commands/doctor.ts')).doctor(config),
  },
  'export-log': {
    usage: 'export-log --out FOLDER [--region ID | --from URL]',
    help: 'writes the whole public proof log as files that anyone can check; --from reads it from any region, over the network',
    runAnywhere: async (args) => (await import('./commands/export-log.ts')).exportProofLog(args),
  },
  verify: {
    usage: 'verify FOLDER|FILE.tlog-proof [--key NAME+ID+KEY] [--witness NAME+ID+KEY ...]',
    help: 'checks an exported proof log, or one kept proof, without asking its server; says which leaf is wrong',
    runAnywhere: async (args) => (await import('./commands/verify.ts')).verify(args),
  },
  pajak: {
    usage: 'pajak hitung --file soal.json | pajak daftar',
    help: 'computes taxes from a file ({"kind", "date", "region", "input"} or a list of them) by the rows of law of the program; - reads standard input',
    runAnywhere: async (args) => (await import('./commands/tax.ts')).computeTax(args),
  },
  witness: {
    usage: 'witness --of URL [--key NAME+ID+KEY] [--name NAME] [--state FOLDER] [--every MINUTES]',
    help: "co-signs the heads of another region's proof log, and refuses one that does not continue the last it saw",
    runAnywhere: async (args) => (await import('./commands/witness.ts')).witness(args),
  },
}

/** The command line. */
export async function main(argv: readonly string[]): Promise<void> {
  const [name = 'help', ...args] = argv
  const verb = verbs[name]
  if (!verb || args.includes('--help')) {
    console.log(helpText(verb ? [name] : Object.keys(verbs)))
    if (!verb && name !== 'help' && name !== '--help') process.exitCode = 2
    return
  }
  try {
    if ('runAnywhere' in verb) await verb.runAnywhere(args)
    else await verb.run(args, readConfig())
  } catch (error) {
    console.error(`balai ${name}: ${error instanceof Error ? error.message : String(error)}`)
    if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
    process.exit(1)
  }
}

function helpText(names: readonly string[]): string {
  const lines = names.map((name) => `  bin/balai ${verbs[name]?.usage}\n      ${verbs[name]?.help}`)
  return `Balai, the digital office of a regional government\n\n${lines.join('\n')}\n
Environment
  PORT (3000)          where to listen
  DATABASE_URL         a PostgreSQL 15 or newer instead of the embedded one
  BALAI_DATA           folder for database, files and the secret (.data)
  BALAI_SECRET         64 hexadecimal digits from which every key is derived
  BALAI_TENANTS        JSON file with several regions: [{"id","hosts","database"}]
  BALAI_URL            public address, for links in letters and mail
  TRUST_PROXY          number of proxies in front, or their addresses
  SMTP_URL, MAIL_FROM  mail server
  S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY  files in an object store
  CLAMD_ADDRESS        host:port of a virus scanner
  IMPORT_MAX_MB (1024) largest file of an import of residents`
}

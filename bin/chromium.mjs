// Finds the browser that the tests drive; as root on Debian or Ubuntu, installs it when there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @returns path of the browser, undefined when there is none */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return existsSync(chosen) ? chosen : undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = names.flatMap((name) => [...folders, '/usr/bin'].map((folder) => join(folder, name)))
  return [...paths, ...applications].find((path) => existsSync(path))
}

/** @returns path of the browser; undefined, and the reason on the terminal, when there is no way to have one */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH)
    return explain(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return explain('No Chromium was found.')
  console.log('Balai: installing Chromium for the browser tests')
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return findChromium() ?? explain('apt-get could not install Chromium.')
}

function explain(reason) {
  console.error(
    `${reason} The journeys run in a real browser: install Chromium or Google Chrome ` +
      '(Debian, Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to its program, and run npm test again.',
  )
  return undefined
}

/** Waits for Ctrl-C or the service manager. A second signal ends the process at once. */
export function untilStopped(say: (step: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
      say('stopping')
      resolve()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    // Started beside another process, it ends with that one.
    if (process.connected) process.once('disconnect', stop)
  })
}

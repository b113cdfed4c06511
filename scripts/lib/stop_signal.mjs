/** One Ctrl-C reaches a process several times: from the terminal, from npm and from the bootstrap. */
const SAME_PRESS_MS = 700

/** The first Ctrl-C (or SIGTERM, SIGHUP) asks to stop; another one ends the process at once. */
export function onStopSignal(stop, killAll) {
  let firstAt
  const hear = (signal) => {
    if (firstAt === undefined) {
      firstAt = Date.now()
      return stop(signal)
    }
    if (Date.now() - firstAt < SAME_PRESS_MS) return
    killAll()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => hear(signal))
}

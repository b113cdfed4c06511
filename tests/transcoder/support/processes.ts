import { readdir, readFile, readlink } from 'node:fs/promises'

export interface FoundProcess {
  pid: number
  group: number
  niceness: number
  argv: string[]
  directory: string
  environment: Record<string, string>
}

/** Live ffmpeg processes one of whose arguments is exactly this text, as the kernel tells. */
export async function processesWith(argument: string): Promise<FoundProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map((pid) => look(pid).catch(() => null)))
  return found.filter(
    (one) => one !== null && one.argv[0] === 'ffmpeg' && one.argv.includes(argument)
  ) as FoundProcess[]
}

async function look(pid: string): Promise<FoundProcess> {
  const argv = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').slice(0, -1)
  // proc(5): the fields after the name in brackets, counted from the third.
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  const environment = (await readFile(`/proc/${pid}/environ`, 'utf8'))
    .split('\0')
    .map((line): [string, string] => [line.split('=')[0]!, line.slice(line.indexOf('=') + 1)])
  return {
    pid: Number(pid),
    group: Number(fields[2]),
    niceness: Number(fields[16]),
    argv,
    directory: await readlink(`/proc/${pid}/cwd`),
    environment: Object.fromEntries(environment),
  }
}

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CopiedRung } from './copied_rung.js'
import { type DecodedPicture, mistrustOf } from './copy_trust.js'
import { copyRung } from './copying.js'
import { decided } from './decisions.js'
import type { FileOutlet } from './file_outlet.js'
import { encodeTopRung, type Encoding } from './encoding.js'
import type { FolderWatch } from './folder_watch.js'

/** Copied at once, so that there is something to play; the rest leaves processor and disk to the encoders' start. */
const urgentSegments = 3
const pauseMilliseconds = 100

/** The top rung without an encoder. `room` tells when what was made has been handed on. */
export async function copyTopRung(
  encoding: Encoding,
  copy: CopiedRung,
  room: () => Promise<void>
): Promise<void> {
  const { sourcePath, root, plan, signal } = encoding
  const isAlone = plan.rungs.length === 1
  const next = async (made: number) => {
    await room()
    if (!isAlone && made >= urgentSegments) await wait(pauseMilliseconds)
  }
  await copyRung(sourcePath, copy, { folder: join(root, plan.rungs[0]!.name), signal, next })
}

/** After everything was decoded once: keeps the copy, or encodes that rung too where it cannot be kept. */
export async function keepCopy(
  encoding: Encoding,
  copy: CopiedRung,
  decoded: DecodedPicture,
  { watch, outlet }: { watch: FolderWatch; outlet: FileOutlet }
): Promise<void> {
  const { plan } = encoding
  const mistrust = mistrustOf(copy, plan, decoded)
  if (!mistrust) return
  const top = plan.rungs[0]!
  const { reason, detail } = mistrust
  plan.decisions = [
    ...plan.decisions.filter(({ code }) => code !== 'copied'),
    decided('not_copied', { rendition: top.name, reason, detail }),
  ]
  top.isCopied = false
  // Nobody reads the copy's files any more.
  await outlet.drain()
  const folder = watch.folders.get(top.name)!
  await folder.begin()
  await encodeTopRung(encoding)
  // The watch has ended: what is there now is all.
  await folder.scan()
}

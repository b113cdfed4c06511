import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * Where the system would find a program that is started by this name: a whole path, or a name in one of PATH's folders.
 * @returns null where there is none that may be run; a path from here is none, for programs run in folders of their own
 */
export async function findProgram(name: string): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const places = name.includes('/') ? [name].filter(isAbsolute) : folders.map((folder) => join(folder, name))
  for (const place of places) if (await mayBeRun(place)) return place
  return null
}

async function mayBeRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    // Not there, or not for this account: either way it cannot be started
    return false
  }
}

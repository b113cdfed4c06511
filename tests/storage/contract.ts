import { concurrency } from './contract/concurrency.js'
import { crashes } from './contract/crashes.js'
import { folders } from './contract/folders.js'
import { keys } from './contract/keys.js'
import { objects } from './contract/objects.js'
import { ranges } from './contract/ranges.js'
import { sources } from './contract/sources.js'
import { trees } from './contract/trees.js'
import type { ContractTarget } from './support.js'

/** What every driver must do in the same way; each part registers one group of tests. */
export function storageContract(target: ContractTarget): void {
  for (const part of [objects, ranges, keys, folders, trees, sources, concurrency, crashes]) part(target)
}

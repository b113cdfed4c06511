import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createStorage, type DiskConfig } from '@hub/storage'
import { storageContract } from './contract.js'

let root = ''
const config = (): DiskConfig => ({ driver: 'disk', root })

storageContract({
  name: 'disk',
  config,
  storage: () => createStorage(config()),
  async setup() {
    root = await mkdtemp(join(tmpdir(), 'storage-disk-'))
    await createStorage(config()).ensureReady()
  },
  async teardown() {
    await rm(root, { recursive: true })
  },
  async unfinishedCount() {
    return (await readdir(join(root, '.storage/temporary'))).length
  },
  async plant(name) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), 'x')
  },
})

import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from '@japa/runner'
import type { RouteRecordRaw } from 'vue-router'

const source = resolve(import.meta.dirname, '../../../frontend/src')

/** Shown to people with an account only, who have all words. */
const FOR_MEMBERS = ['app/layout/RoomsMenu.vue', 'notices/NoticeBell.vue'].map((file) => join(source, file))

test.group('Words of public pages', () => {
  test('nothing that a visitor may see needs words that only people with an account get', async ({
    assert,
  }) => {
    const forDesk = namesInGlob(readFileSync(join(source, 'i18n/desk_messages_vi.ts'), 'utf8'))
    assert.includeMembers(forDesk, ['studio', 'review', 'admin'])
    const pages = await publicPages()
    assert.include(pages, join(source, 'videos/VideoPage.vue'))
    const strays = []
    for (const file of reachedFrom([...pages, join(source, 'app/HubApp.vue')])) {
      const words = readFileSync(file, 'utf8').matchAll(/\bte?\(\s*['"`](\w+)\./g)
      for (const [, name] of words) if (forDesk.includes(name!)) strays.push(`${name} in ${file}`)
    }
    assert.deepEqual([...new Set(strays)], [])
  })

  test('both languages part their words in the same way', ({ assert }) => {
    const text = (file: string) => readFileSync(join(source, 'i18n', file), 'utf8')
    for (const kind of ['messages', 'desk_messages'])
      assert.deepEqual(namesInGlob(text(`${kind}_vi.ts`)), namesInGlob(text(`${kind}_en.ts`)))
    assert.deepEqual(namesInGlob(text('messages_vi.ts')), namesInGlob(text('desk_messages_vi.ts')))
  })
})

function namesInGlob(text: string): string[] {
  return /\{([\w,]+)\}\.ts/.exec(text)![1]!.split(',')
}

/** The components of all routes that ask for no role. */
async function publicPages(): Promise<string[]> {
  const pages = []
  for (const file of globSync(join(source, '*/routes.ts'))) {
    if (file.endsWith('/app/routes.ts')) continue
    const { routes } = (await import(file)) as { routes: RouteRecordRaw[] }
    for (const { component, meta } of routes) {
      const path = /import\(['"](.+?)['"]\)/.exec(String(component))?.[1]
      if (path && !meta?.role) pages.push(join(dirname(file), path))
    }
  }
  return pages
}

function reachedFrom(start: string[]): Set<string> {
  const reached = new Set<string>()
  const open = [...start]
  for (let file = open.pop(); file; file = open.pop()) {
    if (reached.has(file) || FOR_MEMBERS.includes(file)) continue
    reached.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import\(|import)\s*['"](\.[^'"?]+)['"]/g
    )) {
      const found = join(dirname(file), path!.replace(/\.js$/, '.ts'))
      if (/\.(?:ts|vue)$/.test(found) && existsSync(found)) open.push(found)
    }
  }
  return reached
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createStorage } from '@hub/storage'
import { test } from '@japa/runner'
import { GrowingPlaylists } from '#app/transcoding/growing_playlists'
import { checkTree } from '../helpers/hls_check/check_tree.js'
import { growthProblems, type Moment, momentOf } from '../helpers/hls_check/check_growth.js'
import { fixture, picture, quickH264, tone } from './support/fixtures.js'
import { scratch, transcoded } from './support/trial.js'

const sources = [
  { name: 'with-a-head-start.mp4', args: [...picture('1280x720', 24, 9), ...tone('stereo', 9)] },
  {
    name: 'slow-pictures.mkv',
    args: ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=1/5:duration=40', ...tone('stereo', 40)],
  },
]

test.group('A tree that grows', () => {
  test('only ever becomes longer, until it is finished: {name}')
    .with(sources)
    .run(async (context, { name, args }) => {
      const { assert, test: running } = context
      const root = await scratch(running)
      const storage = createStorage({ driver: 'disk', root })
      await storage.ensureReady()
      const read = (file: string) => readFile(join(root, file))
      let playable = 0
      const playlists = new GrowingPlaylists(storage, '', async () => void playable++)
      const moments: Moment[] = []
      const problems: string[] = []
      // Looked at after each delivery, by one look at a time, as a player that reloads does.
      let looking = Promise.resolve()
      const look = async () => {
        const moment = await momentOf(read, 'multivariant.m3u8', moments.at(-1))
        if (!moment) return
        const earlier = moments.at(-1)
        if (earlier) problems.push(...growthProblems(earlier, moment))
        moments.push(moment)
      }
      const { result } = await transcoded(
        running,
        await fixture(`growing-${name}`, [...args, ...quickH264, '-c:a', 'aac']),
        {
          onPlan: (plan) => playlists.begin(plan),
          onFile: async (file) => {
            await storage.putFile(file.name, file.path, { contentType: file.contentType })
            await playlists.add(file)
            looking = looking.then(look)
            await looking
          },
        }
      )
      assert.deepEqual(problems, [])
      assert.deepEqual(
        moments.slice(0, -1).filter((moment, index) => soundRunsAhead(moment, moments[index + 1]!)),
        []
      )
      assert.equal(playable, 1)
      assert.isFalse(moments[0]!.isFinished)
      assert.isAbove(moments.filter(({ isFinished }) => !isFinished).length, 2)
      assert.isTrue(moments.at(-1)!.isFinished)
      assert.deepEqual(await checkTree(read, result.playlistName), [])
    })
})

/**
 * Whether a segment of sound is offered that begins after the last picture: browsers would go on without one. A look
 * reads the pictures first and more may come meanwhile, so those of the next look count.
 */
function soundRunsAhead({ isFinished, segments }: Moment, next: Moment): boolean {
  if (isFinished) return false
  const lengths = (lines: string[]) => lines.map((line) => Number(line.split(' ')[1]))
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const isSound = ([uri]: [string, string[]]) => uri.startsWith('audio')
  const pictures = Object.entries(next.segments).filter((entry) => !isSound(entry))
  const pictureEnd = Math.max(...pictures.map(([, lines]) => sum(lengths(lines))))
  return Object.entries(segments)
    .filter(isSound)
    .some(([, lines]) => lines.length > 1 && sum(lengths(lines.slice(0, -1))) >= pictureEnd)
}

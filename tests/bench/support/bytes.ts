/**
 * Bytes of our rungs against a ladder of fixed bitrates, at equal SSIM.
 *
 * The ladder is MediaCMS's (`VIDEO_BITRATES` in its files/helpers.py, H.264): one rate per height for every video, encoded
 * here by the same x264 preset (as it is: what our rungs set besides is part of what is compared), in one pass, with the same keyframes, and its 1.5 × rate as cap and buffer. Only the coded
 * pictures count, not the container. SSIM (all planes) is against the rung's own picture as it goes into the encoder.
 *
 * A ladder of fixed bitrates cannot know its videos, so what is fair is to let it have, for each height, the one rate
 * at which its SSIM over all the videos is on average that of ours (`sameMeanSsim`: its published rate times a share that
 * is found by encoding at several shares). Every video counts for one second. Stricter, and no longer a fixed ladder: for each
 * video alone the rate at which it is like ours (`sameSsimEach`). And as published (`published`), where SSIM differs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { planTranscode, probe, transcode, type VideoRung } from '@hub/transcoder'
import { type Compared, fixedAt, mean, type Point, shareOfEqual } from './equal_ssim.js'
import { encodeFixed, keepReferences, pointOf } from './rung_quality.js'

export const fixedLadder = {
  name: 'MediaCMS files/helpers.py VIDEO_BITRATES h264',
  bitrateBps: { 240: 300_000, 360: 500_000, 480: 1_000_000, 720: 2_500_000, 1080: 4_500_000 },
  bitrateBpsAt60: { 720: 3_500_000, 1080: 7_500_000 },
} as const

const heights = [1080, 720, 480, 360, 240] as const
const shares = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4]

/** One rung of one video, with the height of the published rate. */
export type Row = Compared & { height: number }

/** Transcodes a video as a worker does, and encodes each of its rungs at fixed rates beside. */
export async function compareRungs(source: string, folder: string): Promise<Row[]> {
  const plan = planTranscode(await probe(source))
  const references = await keepReferences(source, plan, folder)
  const output = join(folder, 'ours')
  await mkdir(output)
  const files: { path: string; rendition?: string; kind: string }[] = []
  const { decisions } = await transcode({
    sourcePath: source,
    outputDirectory: output,
    onFile: async (file) => void files.push(file),
  })
  // A copy is the source itself: there is nothing to compare it with.
  const isCopied = decisions.some(({ code }) => code === 'copied')
  const rows: Row[] = []
  for (const rung of plan.rungs.slice(isCopied ? 1 : 0)) {
    const reference = references.get(rung.name)!
    const parts = files.filter(
      (one) => one.rendition === rung.name && (one.kind === 'init' || one.kind === 'segment')
    )
    const whole = join(folder, 'ours.mp4')
    await writeFile(whole, Buffer.concat(await Promise.all(parts.map(({ path }) => readFile(path)))))
    const { height, bitrateBps } = publishedFor(rung)
    const fixed = []
    for (const share of shares)
      fixed.push({ share, ...(await encodeFixed(reference, rung, bitrateBps * share, folder)) })
    rows.push({ video: basename(source), height, ours: await pointOf(whole, reference), fixed })
  }
  return rows
}

function publishedFor({ width, height, frameRate }: VideoRung): { height: number; bitrateBps: number } {
  const shortSide = Math.min(width, height)
  // Pictures below the lowest rung get that one's rate, as a ladder without a lower one does.
  const rung = heights.find((one) => one * 0.9 <= shortSide) ?? 240
  const isFast = frameRate.numerator / frameRate.denominator > 31
  const fast = isFast ? fixedLadder.bitrateBpsAt60[rung as 720 | 1080] : undefined
  return { height: rung, bitrateBps: fast ?? fixedLadder.bitrateBps[rung] }
}

/** Pure: per height and over all of them, by how much ours take fewer bytes. */
export function summary(rows: Row[]) {
  const byHeight = heights.flatMap((height) => {
    const videos = rows.filter((row) => row.height === height)
    if (videos.length === 0) return []
    const share = shareOfEqual(videos, mean)
    const each = videos.map((video) => fixedAt(video, shareOfEqual([video], mean)))
    return {
      height,
      videos: videos.map((video, index) => ({
        ...lineOf(video),
        sameSsim: shown(each[index]!),
        fewerPercent: fewer([video.ours], [each[index]!]),
      })),
      share,
      ours: videos.map(({ ours }) => ours),
      sameMean: videos.map((video) => fixedAt(video, share)),
      each,
      published: videos.map((video) => fixedAt(video, 1)),
    }
  })
  const all = (of: 'ours' | 'sameMean' | 'each' | 'published') => byHeight.flatMap((one) => one[of])
  return {
    ladder: fixedLadder,
    fewerPercent: {
      sameMeanSsim: fewer(all('ours'), all('sameMean')),
      sameSsimEach: fewer(all('ours'), all('each')),
      published: fewer(all('ours'), all('published')),
    },
    byHeight: byHeight.map((one) => ({
      height: one.height,
      meanSsim: { ours: meanSsim(one.ours), published: meanSsim(one.published) },
      worstSsim: { ours: worstSsim(one.ours), published: worstSsim(one.published) },
      shareOfPublishedRate: Math.round(one.share * 100) / 100,
      fewerPercent: {
        sameMeanSsim: fewer(one.ours, one.sameMean),
        sameSsimEach: fewer(one.ours, one.each),
        published: fewer(one.ours, one.published),
      },
      videos: one.videos,
    })),
  }
}

function fewer(ours: Point[], theirs: Point[]): number {
  const bits = (points: Point[]) => points.reduce((sum, { bitrateBps }) => sum + bitrateBps, 0)
  return Math.round((1 - bits(ours) / bits(theirs)) * 1000) / 10
}

function lineOf({ video, ours, fixed }: Row) {
  return { video, ours: shown(ours), published: shown(fixed.find(({ share }) => share === 1)!) }
}

function shown({ bitrateBps, ssim }: Point): string {
  return `${Math.round(bitrateBps / 1000)} kbit/s, SSIM ${ssim.toFixed(4)}`
}

function meanSsim(points: Point[]): number {
  return Math.round(mean(points.map(({ ssim }) => ssim)) * 10_000) / 10_000
}

function worstSsim(points: Point[]): number {
  return Math.min(...points.map(({ ssim }) => ssim))
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planTranscode, probe } from '@hub/transcoder'
import { type Cost, measured, median } from './measured.js'
import { type OurCost, ourCost } from './our_cost.js'
import { byHand, foldersOf, onePerRung } from './reference_commands.js'

/** Our job and both references on one source, in turn; medians, in seconds, and ratios of the least. */
export async function compareCosts(source: string, runs: number) {
  const plan = planTranscode(await probe(source))
  if (!plan.picture) throw new Error(`${source} has no picture: the commands by hand are made for films`)
  const [ours, hand, each]: [OurCost[], Cost[], Cost[]] = [[], [], []]
  for (let run = 0; run < runs; run++) {
    ours.push(await inScratch((folder) => ourCost(source, folder)))
    hand.push(await inScratch((folder) => scripted(byHand(source, plan), folder, foldersOf(plan))))
    each.push(await inScratch((folder) => scripted(onePerRung(source, plan), folder, foldersOf(plan))))
  }
  const headStart = (one: OurCost) => one.parts['head start'] ?? 0
  const withoutHead = ours.map((one) => ({ ...one, cpuSeconds: one.cpuSeconds - headStart(one) }))
  const { files, result } = ours[0]!
  return {
    source,
    seconds: plan.durationSeconds,
    rungs: plan.rungs.map(({ name }) => name),
    // A copied rung costs next to nothing; the references encode it nevertheless.
    copied: result.decisions.some(({ code }) => code === 'copied'),
    made: { files: files.length, bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) },
    ours: { ...medians(ours), headStartCpuSeconds: round(median(ours.map(headStart))), parts: partsOf(ours) },
    byHand: medians(hand),
    onePerRung: medians(each),
    ratios: {
      toByHandWithoutHeadStart: ratio(withoutHead, hand),
      toByHand: ratio(ours, hand),
      toOnePerRungWithoutHeadStart: ratio(withoutHead, each),
      toOnePerRung: ratio(ours, each),
    },
    runsCpuSeconds: { ours: cpuOf(ours), byHand: cpuOf(hand), onePerRung: cpuOf(each) },
  }
}

async function scripted(script: string, folder: string, folders: string[]): Promise<Cost> {
  for (const name of folders) await mkdir(join(folder, name))
  return measured(script, folder)
}

export async function inScratch<Made>(work: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function partsOf(ours: OurCost[]): Record<string, number> {
  const names = [...new Set(ours.flatMap(({ parts }) => Object.keys(parts)))]
  return Object.fromEntries(
    names.map((name) => [name, round(median(ours.map(({ parts }) => parts[name] ?? 0)))])
  )
}

function cpuOf(costs: Cost[]): number[] {
  return costs.map(({ cpuSeconds }) => round(cpuSeconds))
}

function medians(costs: Cost[]) {
  return {
    cpuSeconds: round(median(cpuOf(costs))),
    wallSeconds: round(median(costs.map(({ wallSeconds }) => wallSeconds))),
  }
}

/** Of the least of each: what else the machine does only ever adds to a run. */
function ratio(ours: Cost[], theirs: Cost[]): number {
  return round(Math.min(...cpuOf(ours)) / Math.min(...cpuOf(theirs)))
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

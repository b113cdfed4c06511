import type { StoryboardPlan } from '../plan.js'

export const storyboardFolder = 'storyboard'

/** Filters that take every so manieth frame of the lowest rung and lay them out in sheets. */
export function storyboardFilters(board: StoryboardPlan): string {
  return [
    `framestep=${board.everyFrames}`,
    `scale=${board.tileWidth}:${board.tileHeight}:flags=area:out_range=full`,
    `tile=${board.columns}x${board.rows}`,
    'format=yuvj420p',
  ].join(',')
}

export function storyboardOutput(label: string): { options: string[]; target: string } {
  return {
    // Sheets come when they are full, not at a rate.
    options: ['-map', label, '-vsync', 'passthrough', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'image2'],
    target: `${storyboardFolder}/sheet-%03d.jpg`,
  }
}

/** A process that does nothing but transcode, for a test to kill. */
import { transcode } from '@hub/transcoder'

const [sourcePath, outputDirectory] = process.argv.slice(2)
await transcode({ sourcePath: sourcePath!, outputDirectory: outputDirectory! })

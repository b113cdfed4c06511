import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import {
  type CaptionCommand,
  fillCommand,
  readCaptionCommand,
} from '../../../backend/app/captions/caption_command.js'
import { runCaptionCommand } from '../../../backend/app/captions/run_caption_command.js'

test.group('CAPTION_COMMAND', () => {
  test('is parted at spaces, with quotes kept together', ({ assert }) => {
    assert.deepEqual(
      readCaptionCommand(`/opt/my\\ whisper -m "/opt/large v3.bin" -p 'Xin chào' -f {audio} -o {output}`),
      ['/opt/my\\', 'whisper', '-m', '/opt/large v3.bin', '-p', 'Xin chào', '-f', '{audio}', '-o', '{output}']
    )
    assert.isNull(readCaptionCommand(undefined))
    assert.isNull(readCaptionCommand('  '))
  })

  test('is refused with a sentence where it cannot work', ({ assert }) => {
    assert.equal(readCaptionCommand('whisper -f {audio}'), '{output} is missing')
    assert.equal(readCaptionCommand('whisper -o {output}'), '{audio} is missing')
    assert.match(readCaptionCommand('whisper {audio} {output} {model}') as string, /\{model\} is not known/)
    assert.match(readCaptionCommand('whisper "{audio} {output}') as string, /quotation mark/)
    assert.match(readCaptionCommand('{audio} {output}') as string, /begin with a program/)
  })

  test('fills in values that stay in their argument', ({ assert }) => {
    const command = readCaptionCommand('w --file={audio} {lang} {output} ;rm')
    const values = { lang: 'vi; rm -rf /', audio: '/tmp/a b/{lang}.wav', output: '$(x)' }
    assert.deepEqual(fillCommand(command as CaptionCommand, values), [
      'w',
      '--file=/tmp/a b/{lang}.wav',
      'vi; rm -rf /',
      '$(x)',
      ';rm',
    ])
  })
})

test.group('The program for speech recognition', (group) => {
  let folder: string
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-captions-'))
    return () => rm(folder, { recursive: true, force: true })
  })

  async function run(script: string, { timeoutSeconds = 30, signal = new AbortController().signal } = {}) {
    await writeFile(join(folder, 'program'), script)
    const command: CaptionCommand = ['sh', 'program', '{lang}', '{audio}', '{output}']
    const audioPath = join(folder, 'speech.wav')
    return runCaptionCommand({ command, lang: 'vi', audioPath, folder, timeoutSeconds, signal })
  }
  const failure = async (running: Promise<unknown>) =>
    (await running.then(
      () => ({ code: 'nothing' }),
      (error) => error
    )) as { code: string; message: string }

  test('may write its file with or without an ending', async ({ assert }) => {
    for (const ending of ['', '.vtt', '.srt']) {
      const file = await run(`printf "$1 $2" > "$3${ending}"`)
      assert.equal(Buffer.from(file).toString(), `vi ${join(folder, 'speech.wav')}`)
      await rm(join(folder, `captions${ending}`))
    }
  })

  test('learns no secret', async ({ assert }) => {
    process.env.APP_KEY_OF_THIS_TEST = 'secret'
    const file = await run('env > "$3"')
    delete process.env.APP_KEY_OF_THIS_TEST
    assert.notInclude(Buffer.from(file).toString(), 'secret')
  })

  test('fails with what it said, writes nothing, or is not there', async ({ assert }) => {
    const failed = await failure(run('echo "model not found" >&2; exit 3'))
    assert.equal(failed.code, 'E_CAPTION_COMMAND_FAILED')
    assert.include(failed.message, '3: model not found')
    assert.equal((await failure(run('true'))).code, 'E_CAPTION_COMMAND_OUTPUT')
    assert.equal((await failure(run('head -c 3000000 /dev/zero > "$3"'))).code, 'E_CAPTION_COMMAND_OUTPUT')
    const command: CaptionCommand = [join(folder, 'nowhere'), '{audio}', '{output}']
    const signal = new AbortController().signal
    const missing = runCaptionCommand({
      command,
      lang: 'vi',
      audioPath: '',
      folder,
      timeoutSeconds: 9,
      signal,
    })
    assert.equal((await failure(missing)).code, 'E_CAPTION_COMMAND_MISSING')
  })

  test('is ended with all that it started once it takes too long, or nobody wants it any more', async ({
    assert,
  }) => {
    const endless = '(sleep 1; touch late) & sleep 600'
    assert.equal((await failure(run(endless, { timeoutSeconds: 0.2 }))).code, 'E_CAPTION_COMMAND_TIMEOUT')
    const controller = new AbortController()
    const running = failure(run(endless, { signal: controller.signal }))
    setTimeout(() => controller.abort(new Error('called off')), 200)
    assert.equal((await running).message, 'called off')
    await sleep(1200)
    assert.isFalse(existsSync(join(folder, 'late')))
  })
})

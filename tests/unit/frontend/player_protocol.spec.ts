import { test } from '@japa/runner'
import { playerProtocol } from '../../../frontend/src/embed/player_protocol.js'

/** A player that notes what it was told to do, and what it says. */
function givenPlayer() {
  const done: unknown[] = []
  const said: Record<string, unknown>[] = []
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push([name, ...values.filter((value) => value !== undefined)])
  const protocol = playerProtocol(
    (text) => void said.push(JSON.parse(text)),
    {
      play: note('play'),
      pause: note('pause'),
      mute: note('mute'),
      unmute: note('unmute'),
      setVolume: note('setVolume'),
      setCurrentTime: note('setCurrentTime'),
      setLoop: note('setLoop'),
    },
    {
      getPaused: () => true,
      getMuted: () => false,
      getVolume: () => 80,
      getDuration: () => 12,
      getCurrentTime: () => 3,
      getLoop: () => false,
      getProvision: () => null,
    }
  )
  const ask = (method: string, value?: unknown, listener?: string) =>
    protocol.receive(JSON.stringify({ context: 'player.js', version: '0.0.11', method, value, listener }))
  return { protocol, ask, done, said }
}

test.group('Messages of the embedded player', () => {
  test('that are none of ours are passed over', ({ assert }) => {
    const { protocol, ask, done, said } = givenPlayer()
    for (const data of [
      null,
      7,
      '',
      '{',
      '[]',
      'null',
      '{"method":"play"}',
      { context: 'other', method: 'play' },
    ])
      protocol.receive(data)
    for (const method of ['constructor', '__proto__', 'toString', 'hack']) ask(method)
    ask('addEventListener', '__proto__')
    assert.isEmpty(done)
    assert.isEmpty(said)
  })

  test('do only what they may, with values that are some', ({ assert }) => {
    const { ask, done } = givenPlayer()
    ask('play')
    ask('setCurrentTime', 8.5)
    ask('setVolume', 50)
    ask('setLoop', true)
    for (const value of ['8', null, {}, undefined]) ask('setCurrentTime', value)
    ask('setLoop', 'yes')
    assert.deepEqual(done, [['play'], ['setCurrentTime', 8.5], ['setVolume', 50], ['setLoop', true]])
  })

  test('are answered to whom they came from', ({ assert }) => {
    const { ask, said } = givenPlayer()
    ask('getDuration', null, 'a')
    ask('getVolume')
    assert.deepEqual(
      said.map(({ event, value, listener }) => [event, value, listener]),
      [
        ['getDuration', 12, 'a'],
        ['getVolume', 80, undefined],
      ]
    )
  })

  test('tell of events to those who listen, until they do not', ({ assert }) => {
    const { protocol, ask, said } = givenPlayer()
    protocol.emit('play')
    ask('addEventListener', 'play', 'one')
    ask('addEventListener', 'play', 'two')
    protocol.emit('play')
    ask('removeEventListener', 'play', 'one')
    protocol.emit('play')
    assert.deepEqual(
      said.map(({ listener }) => listener),
      ['one', 'two', 'two']
    )
  })

  test('say that the player is ready to everybody, and to who comes late', ({ assert }) => {
    const { protocol, ask, said } = givenPlayer()
    protocol.becomeReady('https://hub.vn/nhung/abc')
    ask('addEventListener', 'ready', 'late')
    assert.lengthOf(said, 2)
    assert.include(said[0], { context: 'player.js', event: 'ready' })
    assert.include((said[0]!.value as { events: string[] }).events, 'provision')
    assert.equal(said[1]!.listener, 'late')
  })
})

import { describe, expect, it, vi } from 'vitest'
import { createActor, type SnapshotFrom, waitFor } from 'xstate'
import { ConnectError } from '../errors/index.ts'
import { type Outcome, Secret, type StartInput, type Step } from '../protocol/index.ts'
import {
  sampleAccount,
  sampleIntent,
  sampleProvider,
  scriptedTransport,
  type TransportScript,
} from '../testing/index.ts'
import { connectMachine } from './connect.machine.ts'
import type { ConnectEnd, ConnectInput, EndReason, IntentMemory } from './connect.types.ts'

const otp: Step = { type: 'otp', id: 'c1', format: 'digits', length: 6 }
const linked: Step = { type: 'linked', account: sampleAccount }
const never = new Promise<never>(() => {})

function memoryOf(intentId?: string): IntentMemory {
  let kept = intentId
  return {
    read: () => kept,
    write: (id) => {
      kept = id
    },
    clear: () => {
      kept = undefined
    },
  }
}

function flow(script: TransportScript = {}, input: Partial<ConnectInput> = {}) {
  const transport = scriptedTransport(script)
  const memory = input.memory ?? memoryOf()
  const ends: ConnectEnd[] = []
  let ids = 0
  const actor = createActor(connectMachine, {
    input: {
      transport,
      memory,
      report: (end) => ends.push(end),
      createId: () => `key-${++ids}`,
      now: () => Date.now(),
      ...input,
    },
  })
  actor.start()
  actor.send({ type: 'start' })
  const reach = (state: Parameters<SnapshotFrom<typeof connectMachine>['matches']>[0]) =>
    waitFor(actor, (snapshot) => snapshot.matches(state))
  const reachStep = (type: Step['type']) =>
    waitFor(actor, (s) => s.matches('atCheckpoint') && s.context.intent?.step.type === type)
  async function signIn(username = 'otp@sandbox.test') {
    await reach('choosingProvider')
    actor.send({ type: 'provider.choose', providerId: 'linkedin' })
    await reach('enteringCredentials')
    actor.send({ type: 'credentials.submit', credentials: new Secret({ username, password: 'hunter2' }) })
  }
  const answer = (value: string, checkpointId = 'c1') =>
    actor.send({ type: 'answer.submit', checkpointId, answer: new Secret(value) })
  return { actor, transport, memory, ends, reach, reachStep, signIn, answer }
}

describe('idle', () => {
  it('fetches nothing until it is started', () => {
    const transport = scriptedTransport()
    const actor = createActor(connectMachine, {
      input: { transport, memory: memoryOf(), createId: () => 'key', now: () => 0 },
    })
    actor.start()
    expect(actor.getSnapshot().matches('idle')).toBe(true)
    expect(transport.calls).toEqual([])
  })

  it('cancels nothing when it is closed, and resumes the open intent', async () => {
    const { reach, reachStep, signIn, actor, transport } = flow({ start: () => otp })
    await signIn()
    await reachStep('otp')
    actor.send({ type: 'close' })
    await reach('idle')
    actor.send({ type: 'start' })
    await reachStep('otp')
    expect(transport.calls.filter((call) => call !== 'watch')).toEqual([
      'listProviders',
      'startIntent',
      'listProviders',
      'getIntent',
    ])
  })

  it('starts again if it was closed at an end', async () => {
    const { reach, signIn, actor, ends } = flow({ start: () => linked })
    await signIn()
    await reach('ended')
    actor.send({ type: 'close' })
    actor.send({ type: 'start' })
    await reach('choosingProvider')
    expect(ends).toHaveLength(1)
  })
})

describe('choosing and signing in', () => {
  it('walks from the picker through the form and a code to the linked account', async () => {
    const { reach, signIn, answer, ends, actor, reachStep } = flow({ start: () => otp, solve: () => linked })
    await signIn()
    await reachStep('otp')
    answer('123456')
    await reach('ended')
    expect(actor.getSnapshot().context.end?.outcome).toEqual(linked)
    expect(ends).toEqual([{ outcome: linked, reason: 'answer', provider: 'linkedin', intentId: 'intent-1' }])
  })

  it('goes straight to the only provider that is offered', async () => {
    const { reach } = flow({ providers: [sampleProvider('linkedin')] })
    await reach('enteringCredentials')
  })

  it('starts at once if there is no form', async () => {
    const { reach, actor, transport, reachStep } = flow({ start: () => ({ type: 'loading', id: 'c1' }) })
    await reach('choosingProvider')
    actor.send({ type: 'provider.choose', providerId: 'whatsapp' })
    await reachStep('loading')
    expect(transport.calls).toContain('startIntent')
  })

  it('offers the wanted providers in the wanted order', async () => {
    const { reach, actor } = flow({}, { providers: ['whatsapp', 'nothing', 'linkedin'] })
    await reach('choosingProvider')
    expect(actor.getSnapshot().context.offered.map(({ id }) => id)).toEqual(['whatsapp', 'linkedin'])
  })

  it('ignores a provider that is not offered', async () => {
    const { reach, actor } = flow()
    await reach('choosingProvider')
    actor.send({ type: 'provider.choose', providerId: 'myspace' })
    expect(actor.getSnapshot().value).toBe('choosingProvider')
  })

  it('returns to the form with the reason when the provider refuses, and tries again with a new key', async () => {
    const keys: string[] = []
    const replies = [new ConnectError('invalid_credentials'), otp]
    const { reachStep, signIn, actor } = flow({
      start: ({ idempotencyKey }) => {
        keys.push(idempotencyKey)
        return replies.shift() ?? otp
      },
    })
    await signIn()
    const refused = await waitFor(
      actor,
      (s) => s.matches('enteringCredentials') && s.context.error !== undefined,
    )
    expect(refused.context.error?.code).toBe('invalid_credentials')
    actor.send({ type: 'credentials.submit', credentials: new Secret({ username: 'a', password: 'b' }) })
    await reachStep('otp')
    expect(new Set(keys).size).toBe(2)
    expect(actor.getSnapshot().context.error).toBeUndefined()
  })

  it('reports that the providers cannot be loaded, and loads them again on retry', async () => {
    let isDown = true
    const transport = scriptedTransport()
    const listProviders = async () => {
      if (isDown) throw new ConnectError('network_unreachable')
      return [sampleProvider('linkedin'), sampleProvider('whatsapp')]
    }
    const { reach, actor } = flow({}, { transport: { ...transport, listProviders } })
    await reach('unavailable')
    isDown = false
    actor.send({ type: 'retry' })
    await reach('choosingProvider')
  })
})

describe('at a checkpoint', () => {
  it.each<Outcome>([
    { type: 'linked', account: sampleAccount },
    { type: 'relinked', account: sampleAccount },
    { type: 'duplicate' },
    { type: 'restricted' },
    { type: 'mismatch' },
    { type: 'canceled' },
    { type: 'expired' },
    { type: 'failed', error: { code: 'invalid_code' }, retryable: true },
  ])('ends on a pushed $type, reports it once and forgets the intent', async (outcome) => {
    const { reach, signIn, transport, ends, memory } = flow({ start: () => otp })
    await signIn()
    await reach('atCheckpoint')
    expect(memory.read()).toBe('intent-1')
    transport.push(outcome)
    await reach('ended')
    expect(ends.map((end) => end.outcome)).toEqual([outcome])
    expect(memory.read()).toBeUndefined()
  })

  it('keeps the checkpoint and shows the reason when a call fails', async () => {
    const { reach, signIn, answer, actor } = flow({
      start: () => otp,
      solve: () => new ConnectError('upstream_unavailable'),
    })
    await signIn()
    await reach('atCheckpoint')
    answer('123456')
    const failed = await waitFor(actor, (s) => s.context.error !== undefined)
    expect(failed.matches({ atCheckpoint: 'ready' })).toBe(true)
    expect(failed.context.intent?.step).toEqual(otp)
  })

  it('fetches the intent when the checkpoint was already passed', async () => {
    const { reach, signIn, answer, transport } = flow({
      start: () => otp,
      solve: () => new ConnectError('checkpoint_passed'),
    })
    await signIn()
    await reach('atCheckpoint')
    answer('123456')
    await expect.poll(() => transport.calls).toContain('getIntent')
    await reach({ atCheckpoint: 'ready' })
  })

  it('drops an answer that is meant for another checkpoint', async () => {
    const { reach, signIn, answer, transport } = flow({ start: () => otp, solve: () => linked })
    await signIn()
    await reach('atCheckpoint')
    answer('123456', 'c0')
    expect(transport.calls).not.toContain('solve')
  })

  it('is idle again when the server reports the next step before the response', async () => {
    const { reach, signIn, answer, transport, reachStep } = flow({ start: () => otp, solve: () => never })
    await signIn()
    await reach('atCheckpoint')
    answer('123456')
    await reach({ atCheckpoint: 'acting' })
    transport.push({ type: 'two_factor', id: 'c2', format: 'digits', length: 6, platform: 'sms' })
    await reach({ atCheckpoint: 'ready' })
    await reachStep('two_factor')
  })

  it('ignores an old revision', async () => {
    const { reach, signIn, actor } = flow({ start: () => otp })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'intent.change', intent: sampleIntent({ type: 'phone', id: 'c0' }, { revision: 1 }) })
    expect(actor.getSnapshot().context.intent?.step).toEqual(otp)
  })

  it('ignores a response that is older than the pushed revision', async () => {
    let settle = (_: Step) => {}
    const solve = () =>
      new Promise<Step>((resolve) => {
        settle = resolve
      })
    const { reach, reachStep, signIn, answer, actor } = flow({ start: () => otp, solve })
    await signIn()
    await reach('atCheckpoint')
    answer('123456')
    await reach({ atCheckpoint: 'acting' })
    const newer = sampleIntent({ ...otp, error: { code: 'invalid_code' } }, { revision: 9 })
    actor.send({ type: 'intent.change', intent: newer })
    settle({ type: 'phone', id: 'c0' })
    await reach({ atCheckpoint: 'ready' })
    await reachStep('otp')
    expect(actor.getSnapshot().context.intent).toBe(newer)
  })

  it('keeps waiting for a response when an old revision arrives', async () => {
    const { reach, signIn, answer, actor } = flow({ start: () => otp, solve: () => never })
    await signIn()
    await reach('atCheckpoint')
    answer('123456')
    await reach({ atCheckpoint: 'acting' })
    actor.send({ type: 'intent.change', intent: sampleIntent({ type: 'phone', id: 'c0' }, { revision: 1 }) })
    expect(actor.getSnapshot().matches({ atCheckpoint: 'acting' })).toBe(true)
  })

  it('corrects deadlines by the difference between the clocks', async () => {
    const { reach, actor } = flow(
      { intent: sampleIntent(otp) },
      { intentId: 'intent-1', now: () => Date.now() + 3_600_000 },
    )
    await reach('atCheckpoint')
    expect(actor.getSnapshot().context.clockOffset).toBeGreaterThan(3_590_000)
  })

  it('ends as failed if the intent no longer exists, and as unavailable if the session is invalid', async () => {
    const missing = flow({ start: () => otp })
    await missing.signIn()
    await missing.reach('atCheckpoint')
    missing.actor.send({ type: 'connection.fail', error: new ConnectError('intent_not_found') })
    await missing.reach('ended')
    expect(missing.actor.getSnapshot().context.end?.outcome).toMatchObject({
      type: 'failed',
      retryable: true,
    })

    const expired = flow({ start: () => otp })
    await expired.signIn()
    await expired.reach('atCheckpoint')
    expired.actor.send({ type: 'connection.fail', error: new ConnectError('session_expired') })
    await expired.reach('unavailable')
    expired.actor.send({ type: 'retry' })
    await expired.reachStep('otp')
  })
})

describe('resuming', () => {
  it('returns to the checkpoint of the remembered intent', async () => {
    const { reachStep, actor } = flow({ intent: sampleIntent(otp) }, { memory: memoryOf('intent-1') })
    await reachStep('otp')
    expect(actor.getSnapshot().context.provider?.id).toBe('linkedin')
  })

  it('shows the end of an intent that ended in the meantime', async () => {
    const { reach, ends } = flow({ intent: sampleIntent(linked) }, { memory: memoryOf('intent-1') })
    await reach('ended')
    expect(ends).toHaveLength(1)
  })

  it.each<['closed' | 'reloaded']>([['closed'], ['reloaded']])(
    'continues a start that was pending when the flow was %s',
    async (how) => {
      let respond = (_: Step) => {}
      const response = new Promise<Step>((resolve) => {
        respond = resolve
      })
      const first = flow({ start: () => response })
      await first.signIn()
      await expect.poll(() => first.transport.calls).toContain('startIntent')
      expect(first.memory.read()).toBe('key:key-1')
      first.actor.send({ type: 'close' })
      const again = how === 'closed' ? first : flow({}, first)
      if (how === 'closed') first.actor.send({ type: 'start' })
      await again.reachStep('loading')
      expect(first.memory.read()).toBe('intent-1')
      respond(otp)
      await again.reachStep('otp')
      expect(first.transport.calls.filter((call) => call === 'startIntent')).toHaveLength(1)
    },
  )

  it('remembers nothing of a start that was refused', async () => {
    const { reach, signIn, memory } = flow({ start: () => new ConnectError('invalid_credentials') })
    await signIn()
    await reach('starting')
    await reach('enteringCredentials')
    expect(memory.read()).toBeUndefined()
  })

  it('starts again if a start whose response was lost never arrived, and cancels it first', async () => {
    const replies = [new ConnectError('network_unreachable'), otp]
    const keys: string[] = []
    const canceled: string[] = []
    const transport = scriptedTransport({
      start: ({ idempotencyKey }) => {
        keys.push(idempotencyKey)
        return replies.shift() ?? otp
      },
    })
    const cancel = async (id: string) => {
      canceled.push(id)
      return sampleIntent({ type: 'canceled' })
    }
    const { reach, reachStep, actor, memory } = flow({}, { transport: { ...transport, cancel } })
    await reach('choosingProvider')
    actor.send({ type: 'provider.choose', providerId: 'whatsapp' })
    await reach('unavailable')
    expect(memory.read()).toBe('key:key-1')
    actor.send({ type: 'retry' })
    await reachStep('otp')
    expect(keys).toEqual(['key-1', 'key-2'])
    expect(canceled).toEqual(['key:key-1'])
  })

  it('shows the account if a start whose response was lost has linked it', async () => {
    const transport = scriptedTransport({ start: () => new ConnectError('network_unreachable') })
    const { reach, signIn, actor, ends } = flow(
      {},
      { transport: { ...transport, cancel: async () => sampleIntent(linked) } },
    )
    await signIn()
    await waitFor(actor, (s) => s.matches('enteringCredentials') && s.context.error !== undefined)
    actor.send({ type: 'credentials.submit', credentials: new Secret({}) })
    await reach('ended')
    expect(ends.map(({ outcome }) => outcome.type)).toEqual(['linked'])
    expect(transport.calls.filter((call) => call === 'startIntent')).toHaveLength(1)
  })

  it('starts afresh if the intent no longer exists or is another user’s', async () => {
    const memory = memoryOf('intent-of-someone')
    const { reach } = flow({}, { memory })
    await reach('choosingProvider')
    expect(memory.read()).toBeUndefined()
  })
})

describe('a backend that works again', () => {
  const down = new ConnectError('network_unreachable')

  it('loads what could not be loaded, and starts what could not be started', async () => {
    let isDown = true
    const { reach, actor, transport } = flow({
      get providers() {
        return isDown ? down : [sampleProvider('whatsapp'), sampleProvider('google')]
      },
      start: () => (isDown ? down : otp),
    })
    await reach('unavailable')
    isDown = false
    actor.send({ type: 'connection.recover' })
    await reach('choosingProvider')
    isDown = true
    actor.send({ type: 'provider.choose', providerId: 'google' })
    await reach('unavailable')
    isDown = false
    actor.send({ type: 'connection.recover' })
    await reach('atCheckpoint')
    expect(transport.calls.filter((call) => call === 'startIntent')).toHaveLength(2)
  })

  it('clears the error of a form', async () => {
    const { reach, signIn, actor } = flow({ start: () => down })
    await signIn()
    await waitFor(actor, ({ context }) => context.error === down)
    await reach('enteringCredentials')
    actor.send({ type: 'connection.recover' })
    expect(actor.getSnapshot().context.error).toBeUndefined()
    expect(actor.getSnapshot().matches('enteringCredentials')).toBe(true)
  })

  it('shows where the intent is, because only the response to an answer may have been lost', async () => {
    const { reach, reachStep, signIn, answer, actor, transport } = flow({
      start: () => otp,
      solve: () => down,
    })
    await signIn()
    await reachStep('otp')
    answer('123456')
    await waitFor(actor, ({ context }) => context.error === down)
    actor.send({ type: 'connection.recover' })
    await waitFor(actor, ({ context }) => context.error === undefined)
    await reach({ atCheckpoint: 'ready' })
    expect(transport.calls.slice(-1)).toEqual(['getIntent'])
  })

  it('changes nothing about a refusal', async () => {
    const refused = flow({ start: () => otp, solve: () => new ConnectError('invalid_code') })
    await refused.signIn()
    await refused.reachStep('otp')
    refused.answer('000000')
    await waitFor(refused.actor, ({ context }) => context.error?.code === 'invalid_code')
    refused.actor.send({ type: 'connection.recover' })
    expect(refused.actor.getSnapshot().context.error?.code).toBe('invalid_code')
  })

  it('is known by the watch, with the reason why it was offline', async () => {
    const { reach, signIn, actor } = flow({ start: () => otp })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'connection.change', status: 'offline', reason: down })
    expect(actor.getSnapshot().context).toMatchObject({ connection: 'offline', connectionError: down })
    actor.send({ type: 'connection.change', status: 'live' })
    expect(actor.getSnapshot().context).toMatchObject({ connection: 'live', connectionError: undefined })
  })
})

describe('the reason of an end', () => {
  const intent = sampleIntent(otp)
  type Flow = ReturnType<typeof flow>
  it.each<[reason: EndReason, because: string, script: TransportScript, act: (flow: Flow) => void]>([
    ['answer', 'a code was right', { solve: () => linked }, ({ answer }) => answer('123456')],
    ['elsewhere', 'a phone approved', {}, ({ transport }) => transport.push(linked)],
    ['user', 'the user left', {}, ({ actor }) => actor.send({ type: 'cancel' })],
    [
      'user',
      'the user left offline',
      { cancel: () => new ConnectError('network_unreachable') },
      ({ actor }) => actor.send({ type: 'cancel' }),
    ],
    [
      'elsewhere',
      'the intent no longer exists',
      {},
      ({ actor }) => actor.send({ type: 'connection.fail', error: new ConnectError('intent_not_found') }),
    ],
  ])('is "%s" if %s', async (reason, _, script, act) => {
    const walk = flow({ ...script, intent }, { intentId: intent.id })
    await walk.reachStep('otp')
    act(walk)
    await walk.reach('ended')
    expect(walk.ends.map((end) => end.reason)).toEqual([reason])
  })

  it('is "answer" if the pushed revision arrives before the response', async () => {
    const { reach, reachStep, answer, transport, ends } = flow(
      { intent, solve: () => never },
      { intentId: intent.id },
    )
    await reachStep('otp')
    answer('123456')
    await reach({ atCheckpoint: 'acting' })
    transport.push(linked)
    await reach('ended')
    expect(ends.map((end) => end.reason)).toEqual(['answer'])
  })

  it('is "resumed" if it had ended before', async () => {
    const { reach, ends } = flow({ intent: sampleIntent(linked) }, { intentId: intent.id })
    await reach('ended')
    expect(ends.map((end) => end.reason)).toEqual(['resumed'])
  })
})

describe('leaving', () => {
  it('cancels on the server and ends as the server reports', async () => {
    const { reach, signIn, actor, transport, ends } = flow({ start: () => otp })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(transport.calls).toContain('cancel')
    expect(ends.map(({ outcome }) => outcome.type)).toEqual(['canceled'])
  })

  it('shows the linked account if it was linked before the cancel arrived', async () => {
    const { reach, signIn, actor, ends } = flow({ start: () => otp, cancel: () => linked })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(ends.map(({ outcome }) => outcome.type)).toEqual(['linked'])
  })

  it('continues when the server reports the next step in the meantime', async () => {
    const { reach, signIn, actor, transport, reachStep } = flow({ start: () => otp, cancel: () => never })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'cancel' })
    transport.push({ type: 'phone', id: 'c2' })
    await reachStep('phone')
    await reach({ atCheckpoint: 'acting' })
    expect(actor.getSnapshot().context.acting).toBe('cancel')
  })

  it('is not undone by a connection that fails in the meantime', async () => {
    const { reach, signIn, actor, ends } = flow({ start: () => otp, cancel: () => never })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'cancel' })
    actor.send({ type: 'connection.fail', error: new ConnectError('session_expired') })
    await reach('ended')
    expect(ends.map(({ outcome, reason }) => [outcome.type, reason])).toEqual([['canceled', 'user']])
  })

  it('can be undone if the user left before the providers were loaded', async () => {
    const { reach, actor } = flow()
    actor.send({ type: 'cancel' })
    actor.send({ type: 'retry' })
    await reach('choosingProvider')
    expect(actor.getSnapshot().context.offered).not.toEqual([])
  })

  it('works offline', async () => {
    const { reach, signIn, actor, ends } = flow({
      start: () => otp,
      cancel: () => new ConnectError('network_unreachable'),
    })
    await signIn()
    await reach('atCheckpoint')
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(ends.map(({ outcome }) => outcome.type)).toEqual(['canceled'])
  })

  it('cancels a start that is pending, by its key', async () => {
    const { reach, signIn, actor, transport, ends, memory } = flow({ start: () => never })
    await signIn()
    await reach('starting')
    await expect.poll(() => transport.calls).toContain('startIntent')
    actor.send({ type: 'cancel' })
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(transport.calls.filter((call) => call === 'cancel')).toHaveLength(1)
    expect(ends.map(({ outcome, reason }) => [outcome.type, reason])).toEqual([['canceled', 'user']])
    expect(memory.read()).toBeUndefined()
  })

  it('ends as linked if a pending start has linked before the cancel arrived', async () => {
    const { reach, signIn, actor, transport, ends } = flow({ start: () => never, cancel: () => linked })
    await signIn()
    await reach('starting')
    await expect.poll(() => transport.calls).toContain('startIntent')
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(ends.map(({ outcome, reason }) => [outcome.type, reason])).toEqual([['linked', 'user']])
  })

  it.each<[where: string, providers: TransportScript['providers']]>([
    ['while the providers load', never],
    ['if the providers cannot be loaded', new ConnectError('network_unreachable')],
  ])('cancels the remembered intent %s', async (_, providers) => {
    const { reach, actor, transport } = flow(
      { intent: sampleIntent(otp), ...(providers && { providers }) },
      { memory: memoryOf('intent-1') },
    )
    if (providers !== never) await reach('unavailable')
    actor.send({ type: 'cancel' })
    await reach('ended')
    expect(transport.calls).toContain('cancel')
  })

  it('cancels the intent that the user turns away from', async () => {
    const { reach, reachStep, signIn, actor, transport } = flow({
      start: () => ({ type: 'unsupported', id: 'c1', name: 'NOVEL' }),
    })
    await signIn()
    await reachStep('unsupported')
    actor.send({ type: 'restart' })
    await reach('choosingProvider')
    expect(transport.calls).toContain('cancel')
  })

  it('leaves a QR code for another method, and cancels it', async () => {
    const qr: Step = { type: 'qr', id: 'c1', qrcode: 'x', shownAt: '', expiresAt: '', round: 1 }
    const { reach, reachStep, actor, transport } = flow({
      start: () => qr,
      intent: sampleIntent(qr, { provider: 'whatsapp', method: 'qr' }),
    })
    await reach('choosingProvider')
    actor.send({ type: 'provider.choose', providerId: 'whatsapp' })
    await reachStep('qr')
    for (const methodId of ['qr', 'credentials']) actor.send({ type: 'method.choose', methodId })
    expect(transport.calls).not.toContain('cancel')
    actor.send({ type: 'method.choose', methodId: 'pairing_code' })
    await reach('enteringCredentials')
    expect(actor.getSnapshot().context.method?.id).toBe('pairing_code')
    expect(transport.calls).toContain('cancel')
  })

  it('keeps a checkpoint that was answered, whatever method is chosen', async () => {
    const { reachStep, signIn, actor, transport } = flow({ start: () => otp })
    await signIn()
    await reachStep('otp')
    actor.send({ type: 'method.choose', methodId: 'cookies' })
    expect(actor.getSnapshot().matches('atCheckpoint')).toBe(true)
    expect(transport.calls).not.toContain('cancel')
  })

  it('goes back to the picker, or to the form, after an end', async () => {
    const { reach, signIn, actor } = flow({ start: () => ({ type: 'expired' }) })
    await signIn()
    await reach('ended')
    actor.send({ type: 'retry' })
    await reach('enteringCredentials')
    actor.send({ type: 'back' })
    await reach('choosingProvider')
  })
})

describe('mail', () => {
  it('asks for the server’s settings when they were not found, with what was found', async () => {
    const replies = [
      new ConnectError('mail_settings_needed', {
        method: 'manual',
        prefill: { imap_host: 'imap.example.com' },
      }),
      linked,
    ]
    const { reach, actor } = flow({ start: () => replies.shift() ?? linked }, { providers: ['imap'] })
    await reach('enteringCredentials')
    expect(actor.getSnapshot().context.method?.id).toBe('password')
    actor.send({ type: 'credentials.submit', credentials: new Secret({ user: 'a@b.test', password: 'p' }) })
    const asked = await waitFor(actor, (s) => s.context.error !== undefined)
    expect(asked.context.method?.id).toBe('manual')
    expect(asked.matches('enteringCredentials')).toBe(true)
    expect(asked.context.error?.prefill).toEqual({ imap_host: 'imap.example.com' })
  })

  it('keeps the form if the provider has none for settings', async () => {
    const { reach, actor } = flow(
      { start: () => new ConnectError('mail_settings_needed', { method: 'manual' }) },
      { providers: ['linkedin'] },
    )
    await reach('enteringCredentials')
    actor.send({ type: 'credentials.submit', credentials: new Secret({}) })
    const refused = await waitFor(actor, (s) => s.context.error !== undefined)
    expect(refused.context.method?.id).toBe('credentials')
  })
})

describe('reconnecting', () => {
  it('starts at the account’s provider, for that account', async () => {
    const start = vi.fn<(input: StartInput) => Step>(() => ({ type: 'relinked', account: sampleAccount }))
    const { reach, actor, ends } = flow({ start }, { providers: ['linkedin'], accountId: 'a1' })
    await reach('enteringCredentials')
    actor.send({ type: 'credentials.submit', credentials: new Secret({}) })
    await reach('ended')
    expect(start.mock.calls[0]?.[0]).toMatchObject({ provider: 'linkedin', accountId: 'a1' })
    expect(ends.map(({ outcome }) => outcome.type)).toEqual(['relinked'])
  })

  it('tries a mismatch again for the same account', async () => {
    const start = vi.fn<(input: StartInput) => Step>(() => ({ type: 'mismatch' }))
    const { reach, actor } = flow({ start }, { providers: ['whatsapp'], accountId: 'a1' })
    await reach('ended')
    actor.send({ type: 'retry' })
    await expect.poll(() => start).toHaveBeenCalledTimes(2)
    expect(start.mock.calls.map(([input]) => input.accountId)).toEqual(['a1', 'a1'])
  })

  it('turns a duplicate into a relink of its account, and links a new one after a restart', async () => {
    const own = { ...sampleAccount, id: 'a7', status: 'disconnected' } as const
    const replies: Step[] = [{ type: 'duplicate', account: own }, { type: 'mismatch' }]
    const start = vi.fn<(input: StartInput) => Step>(() => replies.shift() ?? linked)
    const { reach, actor } = flow({ start })
    const choose = async () => {
      await reach('choosingProvider')
      actor.send({ type: 'provider.choose', providerId: 'whatsapp' })
      await reach('ended')
    }
    await choose()
    actor.send({ type: 'reconnect', account: { ...sampleAccount, id: 'a7' } })
    await expect.poll(() => start).toHaveBeenCalledTimes(2)
    await reach('ended')
    actor.send({ type: 'restart' })
    await choose()
    expect(start.mock.calls.map(([input]) => input.accountId)).toEqual([undefined, 'a7', undefined])
  })
})

describe('a start by consent', () => {
  const describeReturn = () => ({
    returnTo: 'https://host.test/page',
    display: 'popup' as const,
    loginHint: 'anna@example.com',
  })

  it.each([
    ['google', describeReturn()],
    ['whatsapp', {}],
  ])('sends the return address for the consent method only: %s', async (providerId, expected) => {
    const start = vi.fn<(input: StartInput) => Step>(() => linked)
    const { reach } = flow({ start }, { providers: [providerId], describeReturn })
    await reach('ended')
    const { provider, method, idempotencyKey, ...rest } = start.mock.calls[0]?.[0] ?? {}
    expect([provider, typeof method, typeof idempotencyKey]).toEqual([providerId, 'string', 'string'])
    expect(rest).toEqual(expected)
  })
})

describe("the user's own proxy", () => {
  it('delays the QR code until the form is submitted, and is sent with the start', async () => {
    const whatsapp = sampleProvider('whatsapp')
    const methods = whatsapp.methods.map((method) => ({ ...method, userProxy: true }))
    const start = vi.fn<(input: StartInput) => Step>(() => linked)
    const { actor, reach } = flow({ start, providers: [{ ...whatsapp, methods }] })
    await reach('enteringCredentials')
    const proxy = new Secret({ protocol: 'http', host: 'proxy.example.com', port: 8080 } as const)
    actor.send({ type: 'credentials.submit', credentials: new Secret({}), proxy })
    await reach('ended')
    expect(start.mock.calls[0]?.[0].proxy).toBe(proxy)
  })
})

it('exposes no secret in a snapshot or event', async () => {
  const seen: string[] = []
  const transport = scriptedTransport({ start: () => otp, solve: () => never })
  const actor = createActor(connectMachine, {
    input: { transport, memory: memoryOf(), createId: () => 'key', now: () => 0 },
    inspect: (event) => {
      if (event.type === '@xstate.event') seen.push(JSON.stringify(event.event))
      if (event.type === '@xstate.snapshot') seen.push(JSON.stringify(event.snapshot))
    },
  })
  actor.start()
  actor.send({ type: 'start' })
  await waitFor(actor, (s) => s.matches('choosingProvider'))
  actor.send({ type: 'provider.choose', providerId: 'linkedin' })
  actor.send({
    type: 'credentials.submit',
    credentials: new Secret({ username: 'anna', password: 'hunter2' }),
    proxy: new Secret({ protocol: 'http', host: 'h', port: 1, password: 'hunter2' }),
  })
  await waitFor(actor, (s) => s.matches('atCheckpoint'))
  actor.send({ type: 'answer.submit', checkpointId: 'c1', answer: new Secret('424242') })
  await waitFor(actor, (s) => s.matches({ atCheckpoint: 'acting' }))
  seen.push(JSON.stringify(actor.getPersistedSnapshot()))
  expect(seen.join('\n')).toContain('[secret]')
  expect(seen.join('\n')).not.toMatch(/hunter2|424242|anna/)
})

describe('a failure', () => {
  it('is reported once per failed call', async () => {
    const failures: string[] = []
    const { reachStep, signIn, answer, actor } = flow(
      {
        start: () => otp,
        solve: () => new ConnectError('upstream_unavailable'),
      },
      { reportFailure: ({ code }) => failures.push(code) },
    )
    await signIn()
    await reachStep('otp')
    answer('123456')
    await waitFor(actor, ({ context }) => context.error !== undefined)
    expect(failures).toEqual(['upstream_unavailable'])
  })

  it.each(['link_expired', 'link_used', 'link_not_found', 'link_account_removed'] as const)(
    'ends the flow if the hosted link no longer works (%s), from a form or without one',
    async (code) => {
      for (const providerId of ['linkedin', 'whatsapp']) {
        const { reach, actor, ends, transport } = flow({ start: () => new ConnectError(code) })
        await reach('choosingProvider')
        actor.send({ type: 'provider.choose', providerId })
        if (providerId === 'linkedin')
          actor.send({ type: 'credentials.submit', credentials: new Secret({ username: 'anna' }) })
        await reach('ended')
        expect(ends.map(({ outcome }) => outcome)).toEqual([
          { type: 'failed', error: { code }, retryable: false },
        ])
        expect(transport.calls.filter((call) => call === 'startIntent')).toHaveLength(1)
      }
    },
  )

  it.each(['listProviders', 'startIntent', 'watch'] as const)(
    'leaves the user a way out when a transport throws synchronously in "%s"',
    async (name) => {
      const failures: ConnectError[] = []
      const transport = {
        ...scriptedTransport({ start: () => otp }),
        [name]: () => {
          throw new TypeError('a bug in the host')
        },
      }
      const { reach, actor } = flow({}, { transport, reportFailure: (error) => failures.push(error) })
      if (name !== 'listProviders') {
        await reach('choosingProvider')
        actor.send({ type: 'provider.choose', providerId: 'whatsapp' })
      }
      await reach('unavailable')
      expect(failures.map(({ code }) => code)).toEqual(['internal_error'])
      expect(failures[0]?.cause).toBeInstanceOf(TypeError)
    },
  )
})

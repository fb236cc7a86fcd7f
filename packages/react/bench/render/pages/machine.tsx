import type { Provider } from '@connect-account/core'
import { useMachine } from '@xstate/react'
import { useForm } from 'react-hook-form'
import { assign, fromPromise, setup } from 'xstate'
import { backend } from './backend.ts'
import { present } from './subject.ts'

const machine = setup({
  types: {
    context: {} as { readonly providers: readonly Provider[] },
    events: {} as { type: 'choose' } | { type: 'submit' },
  },
  actors: {
    list: fromPromise(() => backend.listProviders()),
    start: fromPromise(() => backend.startIntent()),
    solve: fromPromise(() => backend.solve()),
  },
  guards: { hasOne: ({ context }) => context.providers.length === 1 },
}).createMachine({
  context: { providers: [] },
  initial: 'loading',
  states: {
    loading: {
      invoke: {
        src: 'list',
        onDone: {
          target: 'choosing',
          actions: assign({ providers: ({ event }) => event.output }),
        },
      },
    },
    choosing: {
      always: { guard: 'hasOne', target: 'credentials' },
      on: { choose: 'credentials' },
    },
    credentials: { on: { submit: 'starting' } },
    starting: { invoke: { src: 'start', onDone: 'code' } },
    code: { on: { submit: 'solving' } },
    solving: { invoke: { src: 'solve', onDone: 'end' } },
    end: {},
  },
})

function SignIn({ onSubmit }: { onSubmit: () => void }) {
  const { register, handleSubmit } = useForm<{ username: string; password: string }>()
  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <h2>Sign in to LinkedIn</h2>
      <label>
        Email or phone
        <input autoComplete="username" {...register('username', { required: true })} />
      </label>
      <label>
        Password
        <input
          type="password"
          autoComplete="current-password"
          {...register('password', { required: true })}
        />
      </label>
      <button type="submit">Sign in</button>
    </form>
  )
}

function Code({ onSubmit }: { onSubmit: () => void }) {
  const { register, handleSubmit } = useForm<{ code: string }>()
  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <h2>Enter the code</h2>
      <label>
        Code
        <input autoComplete="one-time-code" {...register('code', { required: true })} />
      </label>
      <button type="submit">Continue</button>
    </form>
  )
}

/** The three-step form on the kit's libraries. */
function MachineForm() {
  const [state, send] = useMachine(machine)
  if (state.matches('loading')) return <p>One moment…</p>
  if (state.matches('choosing'))
    return (
      <ul>
        {state.context.providers.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => send({ type: 'choose' })}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    )
  if (state.matches('credentials') || state.matches('starting'))
    return <SignIn onSubmit={() => send({ type: 'submit' })} />
  if (state.matches('code') || state.matches('solving'))
    return <Code onSubmit={() => send({ type: 'submit' })} />
  return <h2>Done</h2>
}

present(MachineForm)

import type { Provider } from '@connect-account/core'
import { type FormEvent, useEffect, useState } from 'react'
import { backend } from './backend.ts'
import { present } from './subject.ts'

type Step = 'loading' | 'picker' | 'credentials' | 'code' | 'end'

/** The three-step form on `useState`. */
function StateForm() {
  const [step, setStep] = useState<Step>('loading')
  const [providers, setProviders] = useState<readonly Provider[]>([])
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')

  useEffect(() => {
    let isCurrent = true
    backend.listProviders().then((offered) => {
      if (!isCurrent) return
      setProviders(offered)
      setStep(offered.length === 1 ? 'credentials' : 'picker')
    })
    return () => {
      isCurrent = false
    }
  }, [])

  async function signIn(event: FormEvent) {
    event.preventDefault()
    await backend.startIntent()
    setStep('code')
  }

  async function verify(event: FormEvent) {
    event.preventDefault()
    await backend.solve()
    setStep('end')
  }

  switch (step) {
    case 'loading':
      return <p>One moment…</p>
    case 'picker':
      return (
        <ul>
          {providers.map(({ id, name }) => (
            <li key={id}>
              <button type="button" onClick={() => setStep('credentials')}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )
    case 'credentials':
      return (
        <form onSubmit={signIn}>
          <h2>Sign in to LinkedIn</h2>
          <label>
            Email or phone
            <input
              autoComplete="username"
              value={username}
              onChange={({ target }) => setUsername(target.value)}
            />
          </label>
          <label>
            Password
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </label>
          <button type="submit">Sign in</button>
        </form>
      )
    case 'code':
      return (
        <form onSubmit={verify}>
          <h2>Enter the code</h2>
          <label>
            Code
            <input
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          </label>
          <button type="submit">Continue</button>
        </form>
      )
    case 'end':
      return <h2>Done</h2>
    default:
      return step satisfies never
  }
}

present(StateForm)

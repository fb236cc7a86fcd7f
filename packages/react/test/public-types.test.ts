import { expectTypeOf, it } from 'vitest'
import type * as accounts from '../src/accounts.ts'
import type * as kit from '../src/index.ts'

type Member<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never

it('the package exports every type that its props and results use', () => {
  expectTypeOf<ReturnType<typeof kit.useConnectAccount>>().toEqualTypeOf<kit.ConnectFlow>()
  expectTypeOf<ReturnType<typeof kit.useReconnect>>().toEqualTypeOf<kit.Reconnect>()
  expectTypeOf<kit.ConnectFlow['step']>().toEqualTypeOf<kit.ConnectStep>()
  expectTypeOf<Parameters<NonNullable<kit.ConnectOptions['onEnd']>>>().toEqualTypeOf<
    [outcome: kit.Outcome, details: kit.EndDetails]
  >()
  expectTypeOf<Parameters<NonNullable<kit.ConnectOptions['onLinked']>>[0]>().toEqualTypeOf<kit.Account>()
  expectTypeOf<kit.OutcomeOf<'linked'>['account']>().toEqualTypeOf<kit.Account>()
  expectTypeOf<NonNullable<kit.ConnectOptions['onError']>>().toEqualTypeOf<kit.OnError>()
  expectTypeOf<Parameters<kit.OnError>[0]>().toEqualTypeOf<kit.ConnectErrorReport>()
  expectTypeOf<kit.ConnectErrorReport['code']>().toEqualTypeOf<kit.ErrorCode>()
  expectTypeOf<NonNullable<Member<kit.ConnectOptions, 'transport'>>>().toEqualTypeOf<kit.ConnectTransport>()
  expectTypeOf<NonNullable<kit.ConnectOptions['memory']>>().toEqualTypeOf<kit.IntentMemory>()
  expectTypeOf<NonNullable<Parameters<typeof kit.hasOpenIntent>[0]>>().toEqualTypeOf<kit.FlowName>()
  expectTypeOf<kit.ConnectStepOf<'credentials'>['provider']>().toEqualTypeOf<kit.Provider>()
  expectTypeOf<kit.ConnectStepOf<'credentials'>['method']>().toEqualTypeOf<kit.MethodOf<'form' | 'qr'>>()
  expectTypeOf<kit.ConnectStepOf<'otp'>['connection']>().toEqualTypeOf<kit.WatchStatus>()
  expectTypeOf<NonNullable<kit.ConnectAccountLook['captcha']>>().toEqualTypeOf<kit.CaptchaAdapter>()

  expectTypeOf<ReturnType<typeof accounts.useAccounts>>().toEqualTypeOf<accounts.Accounts>()
  expectTypeOf<accounts.Accounts['accounts'][number]>().toEqualTypeOf<accounts.Account>()
  expectTypeOf<
    NonNullable<ReturnType<typeof accounts.useProviders>>[number]
  >().toEqualTypeOf<accounts.Provider>()
  expectTypeOf<
    NonNullable<Member<accounts.AccountsOptions, 'client'>>
  >().toEqualTypeOf<accounts.AccountsClient>()
  expectTypeOf<NonNullable<accounts.Accounts['error']>>().toEqualTypeOf<accounts.StepError>()
})

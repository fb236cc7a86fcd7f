import type { Provider } from '../protocol/index.ts'
import { passwordMethod } from './password-method.ts'

export const twitter: Provider = {
  id: 'twitter',
  name: 'X',
  kind: 'social',
  icon: [
    {
      path: 'M13.769 10.545L20.69 2.5h-1.64l-6.01 6.986L8.24 2.5H2.704l7.258 10.563L2.704 21.5H4.345l6.346-7.377L15.76 21.5h5.536zm-2.246 2.612l-.735-1.052L4.935 3.735h2.519l4.722 6.754l.735 1.052l6.139 8.78h-2.519z',
      color: '#000000',
    },
  ],
  methods: [passwordMethod],
}

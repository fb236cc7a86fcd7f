import type { Provider } from '../protocol/index.ts'
import { passwordMethod } from './password-method.ts'

export const facebook: Provider = {
  id: 'facebook',
  name: 'Facebook',
  kind: 'messaging',
  icon: [
    {
      path: 'M9.343 22.717v-7.315H7.075v-3.361h2.268v-1.448c0-3.745 1.694-5.48 5.37-5.48c.368 0 .875 .038 1.346 .094a7.957 7.957 0 0 1 1.046 .179v3.048a7.904 7.904 0 0 0-.599-.033a24.571 24.571 0 0 0-.672-.008c-.648 0-1.154 .088-1.535 .283a1.545 1.545 0 0 0-.622 .57c-.236 .385-.343 .912-.343 1.606v1.189h3.592l-.354 1.928l-.263 1.434h-2.975v7.558C18.78 22.301 23 17.664 23 12.04c0-6.075-4.925-11-11-11s-11 4.925-11 11c0 5.159 3.551 9.487 8.343 10.676Z',
      color: '#0866ff',
    },
  ],
  methods: [passwordMethod],
}

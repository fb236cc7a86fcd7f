import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect`, without the warning that React 18 logs for it on a server. */
export const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

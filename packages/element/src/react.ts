// What the kit and its libraries import as `react` and `react-dom` in this package: Preact. Only the names that
// they use, because some read them from the default export, which would otherwise keep all of Preact's.

import {
  Component,
  createContext,
  createElement,
  createPortal,
  createRef,
  Fragment,
  forwardRef,
  memo,
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat'

let ids = 0

/** Preact's own counts per root, so two elements of a page would have the same ids. */
export function useId(): string {
  const [id] = useState(() => `connect-account-${++ids}`)
  return id
}

export {
  Component,
  createContext,
  createElement,
  createPortal,
  createRef,
  Fragment,
  forwardRef,
  memo,
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
}
export default {
  createContext,
  createElement,
  forwardRef,
  Fragment,
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
}

import { useLayoutEffect, useRef } from 'react'

/** Content of the host: a text, or an element that the host made. */
export type HostContent = string | Node

/** Shows content of the host in the kit. */
export function showContent(content: HostContent | null | undefined) {
  if (content === null || content === undefined || typeof content === 'string') return content
  return <HostNode node={content} />
}

function HostNode({ node }: { readonly node: Node }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    place.current?.replaceChildren(node)
  }, [node])
  return <span data-ca="host-content" ref={place} />
}

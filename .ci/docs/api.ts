import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './pages.ts'

/** A member of an interface, a parameter object or a result. */
export interface Member {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly text: string
}

/** One variant of a union that is told apart by its `type`. */
export interface Variant {
  readonly name: string
  readonly text: string
  readonly members: readonly Member[]
}

/** Something that an entry exports. */
export interface Export {
  readonly name: string
  readonly kind: 'component' | 'hook' | 'function' | 'value' | 'type'
  readonly text: string
  /** The declaration, without its body. */
  readonly signature: string
  readonly members: readonly Member[]
  readonly variants: readonly Variant[]
}

/** What a host can import by one name, such as `@connect-account/react/accounts`. */
export interface Entry {
  readonly name: string
  readonly exports: readonly Export[]
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports: Readonly<Record<string, string | { readonly '@connect-account/source'?: string }>>
}

/** The published packages, by the name of their folder. */
export function publishedPackages(): (Manifest & { readonly folder: string })[] {
  return readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join(root, 'packages', name)
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return manifest.private ? [] : [{ ...manifest, folder }]
  })
}

/** The source file of each entry with types, by the name that a host imports. */
export function entryFiles(): Map<string, string> {
  return new Map(
    publishedPackages().flatMap(({ name, folder, exports }) =>
      Object.entries(exports).flatMap(([path, target]): [string, string][] => {
        const source = typeof target === 'string' ? undefined : target['@connect-account/source']
        if (!source || !/\.tsx?$/.test(source)) return []
        return [[name + path.slice(1), join(folder, source)]]
      }),
    ),
  )
}

/** An entry for the sibling packages, which changes without notice. */
const isInternal = (name: string) => name.endsWith('/internal')
/** The entries of the languages are all alike. */
const isLanguage = (name: string) => /\/locales\/(?!en$)/.test(name)

/** The source files of all packages, with their types. */
export class Api {
  readonly program: ts.Program
  readonly #checker: ts.TypeChecker
  readonly #files = new Map([...entryFiles()].filter(([name]) => !isInternal(name) && !isLanguage(name)))

  constructor() {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
    const { options } = ts.convertCompilerOptionsFromJson(
      {
        ...config.compilerOptions,
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
      },
      root,
    )
    this.program = ts.createProgram([...this.#files.values()], options)
    this.#checker = this.program.getTypeChecker()
  }

  entries(): Entry[] {
    return [...this.#files].map(([name, file]) => ({ name, exports: this.#exportsOf(file) }))
  }

  /** A type of an entry by its name. Throws if there is none. */
  find(entry: string, name: string): Export {
    const file = this.#files.get(entry)
    const found = file && this.#exportsOf(file).find((one) => one.name === name)
    if (!found) throw new Error(`${entry} exports no ${name}`)
    return found
  }

  /** The comments of the properties in the object literals of a file, by the property's name. */
  commentsIn(path: string): Map<string, string> {
    const comments = new Map<string, string>()
    const file = this.#fileOf(join(root, path))
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && !comments.has(node.name.getText()))
        comments.set(node.name.getText(), commentOf(node))
      ts.forEachChild(node, visit)
    }
    visit(file)
    return comments
  }

  #fileOf(path: string): ts.SourceFile {
    const file = this.program.getSourceFile(path)
    if (!file) throw new Error(`${path} is not part of the program`)
    return file
  }

  #exportsOf(path: string): Export[] {
    const module = this.#checker.getSymbolAtLocation(this.#fileOf(path))
    if (!module) return []
    return this.#checker
      .getExportsOfModule(module)
      .map((symbol) => this.#describe(symbol))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  }

  #describe(exported: ts.Symbol): Export {
    const checker = this.#checker
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    const { name } = exported
    const [declaration] = symbol.declarations ?? []
    if (!declaration) throw new Error(`${name} has no declaration`)
    const text = this.#textOf(symbol)
    if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
      const type = checker.getDeclaredTypeOfSymbol(symbol)
      const variants = this.#variantsOf(type)
      return {
        name,
        kind: 'type',
        text,
        signature: variants.length > 0 ? '' : signatureOf(declaration),
        members: variants.length > 0 ? [] : this.#membersOf(type),
        variants,
      }
    }
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration)
    const [call] = type.getCallSignatures()
    const base = { name, text, variants: [] }
    if (symbol.flags & ts.SymbolFlags.Class) {
      const instance = checker.getDeclaredTypeOfSymbol(symbol)
      return { ...base, kind: 'value', signature: `class ${name}`, members: this.#membersOf(instance) }
    }
    if (!call) {
      const signature = `const ${name}: ${this.#typeText(type)}`
      return { ...base, kind: 'value', signature: shortened(signature), members: [] }
    }
    const parameters = call.getParameters()
    if (/^[A-Z]/.test(name) && parameters.length <= 1) {
      const [props] = parameters
      const members = props ? this.#membersOf(checker.getTypeOfSymbolAtLocation(props, declaration)) : []
      return { ...base, kind: 'component', signature: '', members }
    }
    const shown = checker.signatureToString(call, undefined, ts.TypeFormatFlags.NoTruncation)
    return {
      ...base,
      kind: /^use[A-Z]/.test(name) ? 'hook' : 'function',
      signature: shortened(`function ${name}${shown}`),
      members: this.#membersOf(checker.getReturnTypeOfSignature(call)),
    }
  }

  /** The members of a type, of all its variants; what React and Node declare is left out. */
  #membersOf(type: ts.Type): Member[] {
    if (isPlain(type)) return []
    const variants = type.isUnion() ? type.types : [type]
    const found = new Map<string, { symbols: ts.Symbol[] }>()
    for (const variant of variants) {
      if (isPlain(variant)) continue
      for (const symbol of this.#checker.getPropertiesOfType(variant)) {
        if (!isOurs(symbol) || this.#isNever(symbol)) continue
        const known = found.get(symbol.name) ?? { symbols: [] }
        known.symbols.push(symbol)
        found.set(symbol.name, known)
      }
    }
    return [...found].flatMap(([name, { symbols }]) => {
      const [symbol] = symbols
      if (!symbol) return []
      const isOptional = symbols.some(({ flags }) => flags & ts.SymbolFlags.Optional)
      return [
        {
          name,
          type: this.#memberType(symbol),
          isRequired: !isOptional && symbols.length === variants.length,
          text: this.#textOf(symbol),
        },
      ]
    })
  }

  #isNever(symbol: ts.Symbol): boolean {
    const [declaration] = symbol.declarations ?? []
    if (!declaration) return false
    const type = this.#checker.getTypeOfSymbolAtLocation(symbol, declaration)
    return Boolean(this.#checker.getNonNullableType(type).flags & ts.TypeFlags.Never)
  }

  /** The variants of a union of objects whose `type` is one word each. */
  #variantsOf(type: ts.Type): Variant[] {
    if (!type.isUnion()) return []
    const variants = type.types.flatMap((variant): Variant[] => {
      const tag = this.#checker.getPropertyOfType(variant, 'type')
      const [declaration] = tag?.declarations ?? []
      if (!tag) return []
      const tagType = declaration
        ? this.#checker.getTypeOfSymbolAtLocation(tag, declaration)
        : this.#checker.getTypeOfSymbol(tag)
      if (!tagType.isStringLiteral()) return []
      const members = this.#membersOf(variant).filter(({ name }) => name !== 'type')
      const own = variant.aliasSymbol ?? variant.getSymbol()
      return [{ name: tagType.value, text: own ? this.#textOf(own) : '', members }]
    })
    return variants.length === type.types.length ? variants : []
  }

  #memberType(symbol: ts.Symbol): string {
    const [declaration] = symbol.declarations ?? []
    if (declaration && ts.isPropertySignature(declaration) && declaration.type) {
      const written = declaration.type.getText()
      if (!/\bT\b|typeof/.test(written)) return oneLine(written)
    }
    const type = declaration
      ? this.#checker.getTypeOfSymbolAtLocation(symbol, declaration)
      : this.#checker.getTypeOfSymbol(symbol)
    return this.#typeText(type)
  }

  #typeText(type: ts.Type): string {
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope
    return oneLine(this.#checker.typeToString(type, undefined, flags))
  }

  #textOf(symbol: ts.Symbol): string {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.#checker))
    const tags = symbol
      .getJsDocTags(this.#checker)
      .filter(({ name }) => name === 'default')
      .map(({ text: parts }) => `Default: ${ts.displayPartsToString(parts)}.`)
    return [text.replace(/\s*\n\s*/g, ' '), ...tags].join(' ').trim()
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').replace(/^\| /, '')

/** A type that only a compiler wants to read whole. */
const LONGEST = 400
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text)

function isPlain(type: ts.Type): boolean {
  const symbol = type.getSymbol()
  return type.flags !== ts.TypeFlags.Object && !type.isIntersection() && !type.isUnion()
    ? true
    : Boolean(symbol && !isOurs(symbol))
}

/** Whether we wrote it, and no library. */
function isOurs(symbol: ts.Symbol): boolean {
  const files = (symbol.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName)
  return !files.some((file) => file.includes('/node_modules/') || file.includes('/lib/lib.'))
}

function signatureOf(declaration: ts.Declaration): string {
  if (!ts.isTypeAliasDeclaration(declaration)) return ''
  const { type } = declaration
  if (ts.isTypeLiteralNode(type) || ts.isIntersectionTypeNode(type)) return ''
  return shortened(`type ${declaration.name.text} = ${oneLine(type.getText())}`)
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

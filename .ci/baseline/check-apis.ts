/** Finds uses of web APIs and built-ins that a supported browser lacks, by the types of the sources. */
import { relative } from 'node:path'
import ts from 'typescript'
import { tooNew } from './compat.ts'

/**
 * The names under which MDN may list an identifier: `AbortSignal.any`, or `Window.requestIdleCallback` for a
 * global.
 */
function namesOf(symbol: ts.Symbol): string[] {
  const names: string[] = []
  for (const declaration of symbol.declarations ?? []) {
    if (!/\/lib\.[^/]+\.d\.ts$/.test(declaration.getSourceFile().fileName)) return []
    const { parent } = declaration
    if (ts.isInterfaceDeclaration(parent)) {
      const owner = parent.name.text.replace(/(?<=.)(Constructor|Object)$/, '')
      names.push(`${owner}.${symbol.name}`)
    } else if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) {
      names.push(`${parent.parent.name.getText()}.${symbol.name}_static`)
    } else if (ts.isModuleBlock(parent)) {
      names.push(`${parent.parent.name.text}.${symbol.name}`)
    } else if (ts.isSourceFile(parent) || ts.isVariableDeclarationList(parent)) {
      names.push(symbol.name, `Window.${symbol.name}`)
    }
  }
  return names
}

/** In `const { any } = AbortSignal` the name belongs to a variable; the member that it reads counts. */
function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node
  if (!ts.isBindingElement(parent) || !ts.isObjectBindingPattern(parent.parent))
    return checker.getSymbolAtLocation(node)
  const isTaken = parent.propertyName ? node === parent.propertyName : node === parent.name
  return isTaken ? checker.getTypeAtLocation(parent.parent).getProperty(node.text) : undefined
}

/**
 * Returns the faults of these TypeScript files: each use of an API that a supported browser lacks and
 * `guarded` does not list, and each entry of `guarded` that is not used.
 */
export function checkApis(files: readonly string[], guarded: Readonly<Record<string, string>>): string[] {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    customConditions: ['@connect-account/source'],
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const faults: string[] = []
  const used = new Set<string>()
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} cannot be read.`)
    const visit = (node: ts.Node) => {
      if (ts.isTypeNode(node)) return
      if (ts.isIdentifier(node)) {
        const symbol = symbolOf(node, checker)
        const isValue = symbol && (symbol.flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Property)) !== 0
        for (const name of new Set(isValue ? namesOf(symbol) : [])) {
          const lackedBy = tooNew.members.get(name) ?? tooNew.interfaces.get(name)
          if (!lackedBy) continue
          used.add(name)
          if (Object.hasOwn(guarded, name)) continue
          const { line } = source.getLineAndCharacterOfPosition(node.getStart())
          faults.push(
            `${relative(process.cwd(), file)}:${line + 1}: ${name} is missing before ${lackedBy.join(', ')}`,
          )
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  for (const name of Object.keys(guarded))
    if (!used.has(name)) faults.push(`${name} is listed as guarded and is not used`)
  return faults
}

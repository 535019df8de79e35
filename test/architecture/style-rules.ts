import { calledName, isNode, nodesOf, type SourceFile, type SyntaxNode } from './source-tree.ts'
import type { Check } from './violation.ts'

const sized = /\.(ts|tsx|mjs|sql|css)$/
const generated = /(^|\/)tables\.ts$|\.generated\.\w+$/

/** What does not fit one page of thought becomes a folder. */
export const fileSizes: Check = (tree) =>
  tree.paths.flatMap((path) => {
    if (!sized.test(path) || generated.test(path)) return []
    const text = tree.texts.get(path) ?? ''
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    const most = /\.test\.tsx?$/.test(path) ? 500 : 300
    return lines > most ? [{ file: path, line: most + 1, message: `${lines} lines; at most ${most}` }] : []
  })

const kebabName = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
const vagueName = /^(common|misc|shared|lib)$|(^|-)(utils?|helpers?|managers?)$/

export const fileNames: Check = (tree) =>
  tree.paths.flatMap((path) => {
    // A template is named after the file it becomes.
    if (path.endsWith('.tmpl')) return []
    const parts = path.split('/').filter((part) => part !== 'README.md' && !part.startsWith('.'))
    const odd = parts.find((part) => !kebabName.test(part))
    const vague = parts.find((part) => vagueName.test(part.split('.')[0] as string))
    return [
      ...(odd ? [{ file: path, line: 1, message: `"${odd}" is not kebab-case` }] : []),
      ...(vague ? [{ file: path, line: 1, message: `"${vague}" says nothing; name what it does` }] : []),
    ]
  })

const testWords = new Set(['describe', 'it', 'test', 'suite', 'bench'])

/** Every test runs, always. */
export const noFocusedTests: Check = (tree) =>
  tree.sources.flatMap((file) =>
    nodesOf(file.program).flatMap((node) => {
      const what = focus(node)
      return what ? [{ file: file.path, line: file.lineAt(node.start), message: `${what} in a test` }] : []
    }),
  )

function focus(node: SyntaxNode): string | undefined {
  if (node.type === 'CallExpression' && /^(fit|fdescribe|xit|xdescribe|xtest)$/.test(calledName(node) ?? ''))
    return calledName(node)
  if (node.type !== 'MemberExpression' || !isNode(node['property']) || !isNode(node['object'])) return undefined
  const name = String(node['property']['name'])
  let root = node['object']
  while (root.type === 'MemberExpression' && isNode(root['object'])) root = root['object']
  const isTestWord = root.type === 'Identifier' && testWords.has(String(root['name']))
  return isTestWord && (name === 'only' || name === 'skip' || name === 'todo')
    ? `${String(root['name'])}.${name}`
    : undefined
}

/** `any` and silenced errors hide what the compiler would say. */
export const noEscapes: Check = (tree) => tree.sources.flatMap((file) => [...anyCasts(file), ...silencedErrors(file)])

function anyCasts(file: SourceFile): ReturnType<Check> {
  return nodesOf(file.program).flatMap((node) => {
    const cast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
    const toAny = cast && isNode(node['typeAnnotation']) && node['typeAnnotation'].type === 'TSAnyKeyword'
    return toAny ? [{ file: file.path, line: file.lineAt(node.end), message: 'casts to any' }] : []
  })
}

function silencedErrors(file: SourceFile): ReturnType<Check> {
  return file.comments
    .filter((comment) => /^\s*@ts-(ignore|nocheck|expect-error)/.test(comment.text))
    .map((comment) => ({
      file: file.path,
      line: comment.line,
      message: `silences the compiler: ${comment.text.trim()}`,
    }))
}

/** A route without form protection says in a comment what protects it. */
export const csrfExplained: Check = (tree) =>
  tree.sources.flatMap((file) => {
    if (!file.path.startsWith('src/modules/') || file.isTest) return []
    return nodesOf(file.program).flatMap((node) => {
      const key = node['key']
      const value = node['value']
      const off =
        node.type === 'Property' && isNode(key) && key['name'] === 'csrf' && isNode(value) && value['value'] === false
      if (!off) return []
      const line = file.lineAt(node.start)
      const explained = file.comments.some((comment) => {
        const end = comment.line + comment.text.split('\n').length - 1
        return comment.line === line || (end < line && end >= line - 2)
      })
      return explained ? [] : [{ file: file.path, line, message: 'csrf: false without a comment that says why' }]
    })
  })

/** What does not parse cannot be checked. */
export const parses: Check = (tree) =>
  tree.sources.flatMap((file) => file.problems.map((problem) => ({ file: file.path, line: 1, message: problem })))

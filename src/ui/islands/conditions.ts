/** What the server writes into `data-when`; only `{field, equals}` is understood here. */
export type Condition = { readonly field?: string; readonly equals?: string | readonly string[]; readonly cel?: string }
export type Answers = ReadonlyMap<string, readonly string[]>
/** Says whether the part is shown; undefined when it does not know this kind of condition. */
export type Evaluator = (condition: Condition, answers: Answers) => boolean | undefined

const evaluators: Evaluator[] = [
  (condition, answers) => {
    if (condition.field === undefined || condition.equals === undefined) return undefined
    const wanted = [condition.equals].flat()
    return answers.get(condition.field)?.some((answer) => wanted.includes(answer)) ?? false
  },
]

/** Adds a language of conditions (CEL). The last one registered is asked first. */
export function registerEvaluator(evaluator: Evaluator): void {
  evaluators.unshift(evaluator)
}

function readAnswers(form: HTMLFormElement): Answers {
  const answers = new Map<string, string[]>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') answers.set(name, [...(answers.get(name) ?? []), value])
  }
  return answers
}

/** Hides `[data-when]` while its condition does not hold. What nobody can evaluate stays visible. */
export default function mount(element: HTMLElement): void {
  const form = element.closest('form')
  if (!form || !element.dataset.when) return
  const condition: Condition = JSON.parse(element.dataset.when)
  const update = () => {
    const answers = readAnswers(form)
    for (const evaluator of evaluators) {
      const shown = evaluator(condition, answers)
      if (shown === undefined) continue
      element.hidden = !shown
      return
    }
  }
  form.addEventListener('input', update)
  form.addEventListener('change', update)
  update()
}

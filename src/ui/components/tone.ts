/** What a colour means, everywhere: soon = kunyit, late = bata, info = nila, good = pandan. */
export type Tone = 'neutral' | 'info' | 'soon' | 'late' | 'good'

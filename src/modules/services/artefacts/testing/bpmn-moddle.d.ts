/** The part of the library that tests use; it brings no types of its own. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown
      readonly elementsById: Readonly<Record<string, unknown>>
      readonly warnings: readonly unknown[]
    }>
  }
}

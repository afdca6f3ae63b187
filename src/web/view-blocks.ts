import Handlebars from 'handlebars';

/** Partials that hold other markup: `{{#form action="/x"}}…{{/form}}`. What stands inside keeps the caller's context. */
export const blockNames = ['form', 'note', 'fold', 'empty', 'msg', 'confirm'] as const;

/** Registers each block as a helper that renders the partial of the same name with its contents as `body`. */
export function registerBlocks(
  engine: typeof Handlebars,
  partial: (name: string) => Handlebars.TemplateDelegate,
): void {
  for (const name of blockNames) {
    engine.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions;
      if (typeof options.fn !== 'function') {
        throw new Error(`{{#${name}}} holds markup; a field of this name is written {{this.${name}}}`);
      }
      const body = new Handlebars.SafeString(options.fn(this));
      return new Handlebars.SafeString(partial(name)({ ...options.hash, body }, { data: options.data }));
    });
  }
}

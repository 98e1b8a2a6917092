// Names only: the pages themselves are loaded by routes.tsx when visited.
const names = new Set(
  Object.keys(import.meta.glob('../../modules/*/ui/*.page.tsx')).map((path) =>
    path.replace(/^.*modules\/([^/]+)\/ui\/(.+)\.page\.tsx$/, '$1/$2'),
  ),
);

/** True once the module has its page: the rail shows only what leads somewhere. */
export const pageExists = (name: string): boolean => names.has(name);

/** What the tests use of the `datapackage` library, which brings no types. */
declare module "datapackage" {
  interface Resource {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    read(options: { keyed: true; relations?: boolean }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(
      descriptor: object,
      options: { basePath: string; strict: boolean },
    ): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
    getResource(name: string): Resource;
  }
}

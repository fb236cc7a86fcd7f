interface ImportMeta {
  readonly env: { readonly BACKEND: string }
}

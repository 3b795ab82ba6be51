import tseslint from 'typescript-eslint';

/** Strict and type-aware. Layout is prettier's, rooms are dependency-cruiser's, the rest is in test/tidy. */
export default tseslint.config(
  {
    ignores: ['node_modules', 'dist', '.cache', '.data', 'data', 'docs', 'test/samples', 'test/recorded', 'test/gold'],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A function of a family of async ones may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Chinese text is spread by characters, which is what the spread gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Endless loops with a return inside are the plainest way to say "until".
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // A caller names the shape of a row once, where it asks for it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
        { selector: 'TSEnumDeclaration', message: 'A const table or a union of strings instead of an enum.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // Answers of the server are looked into freely in tests.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);

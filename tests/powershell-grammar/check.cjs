// Parses PowerShell files with tree-sitter-powershell, prints one line for each place that does not parse, and fails if there is one.
const fs = require('fs');
const { Parser, Language } = require('web-tree-sitter');

function* faults(node) {
  if (node.isError || node.isMissing) {
    yield node;
  }
  for (const child of node.children) {
    if (child.hasError || child.isMissing) {
      yield* faults(child);
    }
  }
}

async function main(files) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const root = parser.parse(text).rootNode;
    for (const node of faults(root)) {
      process.exitCode = 1;
      const line = text.split('\n')[node.startPosition.row];
      console.log(`${file}:${node.startPosition.row + 1}: ${node.isMissing ? 'missing ' + node.type : 'does not parse'}: ${line}`);
    }
    if (root.hasError) {
      process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2));

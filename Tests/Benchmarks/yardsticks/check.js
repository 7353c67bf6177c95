// SPDX-License-Identifier: MIT
const event = JSON.parse(require('fs').readFileSync(0, 'utf8'))
if ((event.tool_input.command ?? '').includes('rm -rf /')) {
  console.error('refused')
  process.exitCode = 2
}

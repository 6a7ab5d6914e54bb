// Writes 100 MB, in lines when asked to, otherwise in one that never ends.
const line = process.argv.includes('lines') ? `${'x'.repeat(65_535)}\n` : 'x'.repeat(65_536);
for (let sent = 0; sent < 100_000_000; sent += line.length) process.stdout.write(line);
process.stdin.resume();

// Takes standard output for a place to chat and speaks no protocol.
console.log('Welcome to the \u001b[31mbest\u001b[0m server!');
console.log('{"listening":true}');
process.stdin.resume();

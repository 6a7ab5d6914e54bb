// Prints how it wants to be called and goes.
console.log('Usage: leaves --token TOKEN');
process.exitCode = 2;

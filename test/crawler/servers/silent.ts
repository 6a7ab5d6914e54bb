// Never answers, and means to stay: it hears neither a closed input nor a polite signal.
process.on('SIGTERM', () => undefined).on('SIGINT', () => undefined);
process.stdin.resume();
setInterval(() => undefined, 1000);

// Takes all the memory it can get.
const eaten: Buffer[] = [];
for (;;) eaten.push(Buffer.alloc(16_000_000, 1));

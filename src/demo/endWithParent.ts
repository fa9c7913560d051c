// Loaded into each child before its own program: when the parent is gone, in whatever way, the channel to it closes
// and the child ends too, so that no client is left behind.
process.on('disconnect', () => process.exit(0));

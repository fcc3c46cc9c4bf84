// Loaded into a process that is measured: tells its parent at its end what it has cost. No TypeScript: stripping its types
// would cost the process more memory than most of what is measured.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send?.({ cpuUs: userCPUTime + systemCPUTime, maxRssKb: maxRSS });
});
// Listening keeps nothing alive; only a channel in use does.
process.channel?.unref();

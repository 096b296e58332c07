// Loaded into a site's server: it must not outlive the supervisor, not even one that was killed.
process.once("disconnect", () => process.exit(0))

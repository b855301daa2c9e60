"""The command line: stdout is data, stderr is messages; a command per file."""

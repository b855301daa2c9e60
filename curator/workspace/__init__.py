"""What a person can do with a library: a function per deed, for window and command line."""

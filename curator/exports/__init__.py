"""What leaves a library: one writer per format."""

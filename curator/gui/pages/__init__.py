"""The parts of the window that show a library; they do not know each other."""

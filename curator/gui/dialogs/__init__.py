"""Questions and reports in windows of their own: opened, never executed; they never write."""

"""Parts that pages are made of; they know neither models nor the library."""

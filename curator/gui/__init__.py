"""The window: Qt begins here, and everything it does to a library is a deed of the workspace."""

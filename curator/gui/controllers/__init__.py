"""What the actions of the window do: a controller per kind of deed."""

"""Records and rules of horizon scanning: frozen dataclasses, standard library only."""

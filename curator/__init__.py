"""Curator: a desktop library for analysts who scan the horizon.

The rooms, lowest first; each may use those before it and none after it:

- ``domain``: records and rules of the field, standard library only
- ``codec``: digest Markdown to records and back, byte for byte
- ``files``: writing a file whole or not at all
- ``settings``: the choices of the person at this machine
- ``library``: the one SQLite file; the only room that knows SQL
- ``exports``: one writer per format
- ``workspace``: what a person can do; the only door for window and command line
- ``cli`` and ``gui``: the two ways in
"""

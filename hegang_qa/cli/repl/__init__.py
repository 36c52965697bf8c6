"""The conversation in the terminal.

``session`` is what it knows, ``commands`` what it can do, ``loop`` reads, obeys and prints,
``prompt`` (prompt-toolkit) and ``plain`` read lines, ``start`` puts them together.
"""

"""The command line and the terminal conversation: a thin shell over the library."""

"""The command line and the interactive loop. A front end: the library never imports it."""

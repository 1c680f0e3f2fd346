"""``python -m jobfit``: the command line for where the console script is not on the path."""

from jobfit.cli import main

main()

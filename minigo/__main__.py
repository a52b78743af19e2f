"""`python -m minigo` is `minigo`."""

from minigo.cli.main import main

if __name__ == "__main__":
    main()

"""``python -m api``, from a checkout."""

from api.cli import main

if __name__ == "__main__":
    main()

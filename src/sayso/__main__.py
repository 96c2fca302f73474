"""`sayso`, and `python -m sayso`: the command line, or one line where it is interrupted before it has begun."""

import sys


def main() -> None:
    """Run the command that the arguments name."""
    try:
        from sayso.cli import app

        app(prog_name="sayso")
    except KeyboardInterrupt:
        sys.stderr.write("sayso: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()

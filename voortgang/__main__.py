"""The way in: `voortgang`, and `python -m voortgang`."""


def main() -> int:
    """Run the program; a Ctrl-C while it is still being loaded is as quiet as one later."""
    try:
        from voortgang.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())

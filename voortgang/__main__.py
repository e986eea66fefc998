"""The way in: `voortgang`, and `python -m voortgang`."""

import gc


def main() -> int:
    """Run the program; a Ctrl-C while it is still being loaded is as quiet as one later."""
    gc.disable()  # a run is over before it pays; what stays on (watch, preview) turns it on again
    try:
        from voortgang.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # else Python looks through every object again at its end: 60 ms of a build


if __name__ == "__main__":
    raise SystemExit(main())

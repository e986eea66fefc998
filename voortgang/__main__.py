"""The way in: `voortgang`, and `python -m voortgang`."""

import gc
import os
import signal

# What a run makes it mostly keeps until it ends, so that looking for garbage at Python's usual
# rhythm finds little and takes as long as the work does. This often it keeps a run of many years,
# or one that waits for changes, from growing.
RHYTHM = (200_000, 2, 2)


# What a system says to end a program, and a terminal that is closed, is to be heeded as Ctrl-C is.
ENDING = ("SIGTERM", "SIGHUP", "SIGBREAK")


def main() -> int:
    """Run the program; a Ctrl-C while it is still being loaded is as quiet as one later."""
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup ignores it
            signal.signal(number, signal.default_int_handler)
    # A plugin of another package would see all that is read; to look for one takes time as well.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    gc.set_threshold(*RHYTHM)
    try:
        from voortgang.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # nothing is worth looking through when all of it goes


if __name__ == "__main__":
    raise SystemExit(main())

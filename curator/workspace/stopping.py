"""What stops a question to a workspace: whoever asks makes a `Stop` and hands it on.

`Stop.now()` may be called from any thread. The question then raises `Interrupted`.
"""

from curator.library.stopping import Stop

__all__ = ["Stop"]

"""Where a file lies: on a disk of this machine, on the network, or in a synchronised folder."""

from dataclasses import dataclass

LOCAL, NETWORK, CLOUD = "local", "network", "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """The kind of a place, and the name of the file system or of the service behind it."""

    kind: str = LOCAL
    name: str = ""

    @property
    def is_safe(self) -> bool:
        """Whether a database may lie there without a second thought."""
        return self.kind == LOCAL

    @property
    def words(self) -> str:
        """What the place means for a library, in a sentence."""
        if self.kind == NETWORK:
            return (
                f"It lies on a network drive ({self.name}): if the connection breaks at a bad"
                " moment, it can be damaged."
            )
        if self.kind == CLOUD:
            return (
                f"It lies in a folder that {self.name} keeps in step with other machines: if two"
                " of them write, one of them loses its work."
            )
        return "It lies on a disk of this machine."

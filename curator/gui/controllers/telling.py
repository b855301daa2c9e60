"""Shows in the window whatever is said to it: quiet lines, notices, mistakes of the program."""

from functools import partial

from PySide6.QtCore import QObject

from curator.gui.controllers.desk import Desk
from curator.gui.dialogs.crash_dialog import CrashDialog
from curator.gui.messages import Crash
from curator.gui.widgets.banner import Banner
from curator.workspace import history


class Telling(QObject):
    """Listens from `begin` on; what was said before is told then."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._crash: CrashDialog | None = None
        last = partial(history.steps, desk.session.workspace, limit=1)
        for step in desk.session.ask(last, None) or ():
            desk.status.saved.tell_since(step.at)
        desk.actions.connect({"view.notice": self._enter_notice})

    def begin(self) -> None:
        """Listen from now on; the window has taken its shape."""
        messages, feed = self._desk.session.messages, self._desk.session.feed
        notices, status = self._desk.notices, self._desk.status
        messages.status_said.connect(status.say)
        messages.notice_raised.connect(notices.show_notice)
        messages.step_undone.connect(notices.forget_step)
        messages.digest_left.connect(notices.leave_digest)
        messages.topic_settled.connect(notices.withdraw)
        messages.save_failed.connect(status.saved.tell_failed)
        messages.crashed.connect(self._show_crash)
        feed.changed.connect(status.saved.tell_saved)
        feed.changed.connect(self._forget_status)
        messages.listen()

    def _enter_notice(self) -> None:
        """Go to the notice; where there is none, to the line at the head of window or page."""
        desk = self._desk
        if desk.notices.isVisible():
            desk.notices.enter()
            return
        banners = [desk.banner, *desk.digest_page.findChildren(Banner)]
        shown = next((banner for banner in banners if banner.isVisible()), None)
        if shown is None:
            desk.session.messages.say("There is no notice.")
        else:
            shown.enter()

    def _forget_status(self, _changes: object) -> None:
        # What was said last is old news as soon as something else was done.
        self._desk.status.say("")

    def _show_crash(self, crash: Crash) -> None:
        """Open the one window for mistakes of the program, or add to it."""
        if self._crash is not None:
            self._crash.add(crash)
        elif crash.is_new:
            self._crash = CrashDialog(crash, self._desk.window)
            self._crash.finished.connect(self._forget_crash)
            self._desk.open_dialog(self._crash)

    def _forget_crash(self) -> None:
        self._crash = None

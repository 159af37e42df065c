"""A person at a socket, without a browser: what the server alone takes."""

import time
from contextlib import ExitStack

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SLOWEST_S = 60
WHOLE, PART = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY


class Session:
    """One open page."""

    def __init__(self, url: str, cookie: str = "", page: str = "") -> None:
        self._url, self._cookie, self._page = url, cookie, page
        self._page_hash = ""
        self._line = ExitStack()
        self.choices: dict[str, tuple[str, ...]] = {}
        """The options of each choice (radio) that was drawn, by its id."""
        self.parts: dict[str, float] = {}
        """The parts that run by themselves: seconds between two runs, by id, the latest drawn last."""
        self.texts: list[str] = []
        """The words that the last run drew."""
        self.buttons: dict[str, str] = {}
        """The buttons that were drawn: the latest id by label."""
        self.marked: dict[str, str] = {}
        """What each choice stood on when it was drawn, by its id."""
        self.chosen: dict[str, str] = {}

    def __enter__(self) -> "Session":
        origin = self._url.replace("ws:", "http:").partition("/_stcore")[0]
        headers = {"origin": origin} | ({"cookie": self._cookie} if self._cookie else {})
        opening = connect(
            self._url, subprotocols=["streamlit"], additional_headers=headers, max_size=None, compression=None
        )
        self._socket: ClientConnection = self._line.enter_context(opening)
        first = BackMsg()
        first.rerun_script.page_name = self._page
        self._send(first, WHOLE)
        return self

    def __exit__(self, *_error: object) -> None:
        self._line.close()

    def rerun_ms(self, part: str = "") -> float:
        """Run the page again, or one of its parts by itself, with what is chosen."""
        back = BackMsg()
        back.rerun_script.page_script_hash = self._page_hash
        if part:
            back.rerun_script.fragment_id = part
            back.rerun_script.is_auto_rerun = True
        for name, value in self.chosen.items():
            back.rerun_script.widget_states.widgets.add(id=name, string_value=value)
        # A part may ask for the whole page instead of ending by itself.
        return self._send(back, *((PART, WHOLE) if part else (WHOLE,)))

    def press(self, label: str) -> None:
        """Press the button with this label, with what is chosen, and wait until the page is drawn anew."""
        self._send(self._pressed(label), WHOLE)

    def press_while_drawing(self, part: str, label: str, *, after_ms: float) -> None:
        """Press the button so long after this part began to be drawn by itself, and wait for nothing."""
        drawing = BackMsg()
        drawing.rerun_script.page_script_hash = self._page_hash
        drawing.rerun_script.fragment_id, drawing.rerun_script.is_auto_rerun = part, True
        self._socket.send(drawing.SerializeToString())
        time.sleep(after_ms / 1000)
        self._socket.send(self._pressed(label).SerializeToString())

    def _pressed(self, label: str) -> BackMsg:
        back = BackMsg()
        back.rerun_script.page_script_hash = self._page_hash
        for name, value in self.chosen.items():
            back.rerun_script.widget_states.widgets.add(id=name, string_value=value)
        back.rerun_script.widget_states.widgets.add(id=self.buttons[label], trigger_value=True)
        return back

    def lose(self) -> None:
        """The device is gone: the line is cut without a word."""
        self._socket.socket.close()

    def _send(self, back: BackMsg, *ends: int) -> float:
        began = time.perf_counter()
        self._socket.send(back.SerializeToString())
        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=SLOWEST_S))
            kind = message.WhichOneof("type")
            if kind == "script_finished" and message.script_finished in ends:
                return (time.perf_counter() - began) * 1000
            self._note(message, kind)

    def _note(self, message: ForwardMsg, kind: str | None) -> None:
        if kind == "new_session":
            self.texts = []
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self.parts.pop(message.auto_rerun.fragment_id, None)
            self.parts[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "radio":
                self.choices[element.radio.id] = tuple(element.radio.options)
                if element.radio.HasField("default"):
                    self.marked[element.radio.id] = element.radio.options[element.radio.default]
            elif element.WhichOneof("type") == "button":
                self.buttons[element.button.label] = element.button.id
            elif element.WhichOneof("type") == "markdown":
                self.texts.append(element.markdown.body)

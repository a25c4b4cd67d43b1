"""Runs one LibreOffice without a window, and stops it if it takes too long."""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START = 90  # seconds until LibreOffice must answer
STEP = 120  # seconds that one step may take


def option(name, value):
    """Makes a named argument of a call."""
    return PropertyValue(Name=name, Value=value)


class Office:
    """One LibreOffice process. Use it in a with statement, which ends the process."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        pipe = "use" + pathlib.Path(self.folder).name
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{self.folder}", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )
        try:
            self.context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            self.desktop = self._service("com.sun.star.frame.Desktop")
            self._sorts_as_excel()
        except BaseException:
            self._kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._kill()

    def _connect(self, url):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + START
        while True:
            try:
                return resolver.resolve(url)
            except NoConnectException:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise TimeoutError(f"LibreOffice does not answer after {START} s") from None
                time.sleep(0.2)

    def _service(self, name, *arguments):
        manager = self.context.ServiceManager
        if arguments:
            return manager.createInstanceWithArgumentsAndContext(name, arguments, self.context)
        return manager.createInstanceWithContext(name, self.context)

    def _sorts_as_excel(self):
        """Holds that a formula which is sorted keeps its relative references, as in Excel. That is the default."""
        provider = self._service("com.sun.star.configuration.ConfigurationProvider")
        node = option("nodepath", "/org.openoffice.Office.Calc/Input")
        settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (node,))
        if settings.getByName("UpdateReferenceOnSort"):
            raise RuntimeError("LibreOffice updates references when it sorts; Excel does not")

    @contextlib.contextmanager
    def within(self, what, seconds=STEP):
        """Kills LibreOffice if a step takes too long, so that no call waits for ever."""
        late = threading.Event()

        def stop():
            late.set()
            self._end_process()

        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            yield
        except Exception as error:
            if late.is_set():
                raise TimeoutError(f"{what} took more than {seconds} s") from error
            raise
        finally:
            timer.cancel()

    def load(self, path):
        """Opens a copy of a workbook without recalculating it. LibreOffice puts its lock beside the copy."""
        copy = shutil.copy(path, tempfile.mkdtemp(dir=self.folder))
        with self.within(f"loading {path}"):
            document = self.desktop.loadComponentFromURL(pathlib.Path(copy).as_uri(), "_blank", 0, (option("Hidden", True),))
        if document is None:
            raise RuntimeError(f"LibreOffice cannot open {path}")
        document.UndoManager.lock()
        return document

    def _end_process(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _kill(self):
        self._end_process()
        self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

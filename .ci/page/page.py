"""The office's page as a browser uses it: starts the program, and reads and saves rows of figures over HTTP."""
import html
import http.client
import re
import subprocess
import time
from urllib.parse import urlencode, urlsplit

CELL = re.compile(r'<input type="hidden" name="(held-[a-z_]+)" value="([^"]*)">')


class Served:
    """A run of `nianbao serve`."""

    def __init__(self, program, areas, output, before=()):
        self.process = subprocess.Popen([*before, program, "serve", "--quiet", "--no-browser", "--listen", "127.0.0.1:0", "--areas-dir", areas,
                                         "--output", output], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = re.search(r"http://\S+", self.process.stdout.readline())
        if not line:
            raise ConnectionError("it has ended before it said its address")
        address = urlsplit(line.group())
        self.host, self.door = address.netloc, f"{address.path}?{address.query}"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def seconds(self):
        """Processor time that it has taken, on Linux."""
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def memory(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status") as f:
            return int(re.search(r"VmRSS:\s+(\d+)", f.read()).group(1)) / 1024


class Browser:
    """A browser with a connection of its own. An answer other than those expected raises an error."""

    def __init__(self, served, name="张三"):
        self.connection = http.client.HTTPConnection(served.host, timeout=60)
        self.headers = {"Accept-Language": "en"}
        self.connection.request("GET", served.door)
        answer = self.connection.getresponse()
        answer.read()
        self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]
        self.post("/name", {"who": name}, expect=303)

    def ask(self, method, path, body=None, expect=200, **headers):
        self.connection.request(method, path, body, self.headers | headers)
        answer = self.connection.getresponse()
        data = answer.read()
        if answer.status != expect:
            raise RuntimeError(f"{method} {path}: {answer.status}, want {expect}: {data[-2000:].decode(errors='replace')}")
        cookie = answer.headers["Set-Cookie"]
        if cookie:
            self.headers["Cookie"] += "; " + cookie.split(";")[0]
        return data

    def get(self, path, expect=200):
        return self.ask("GET", path, expect=expect)

    def post(self, path, values, expect=200, **headers):
        return self.ask("POST", path, urlencode(values), expect, **{"Content-Type": "application/x-www-form-urlencoded"} | headers)


class Row:
    """A row of figures on the page of a period, which keeps what the page last said of it."""

    def __init__(self, browser, root, key, chapter=""):
        self.browser, self.root, self.key = browser, root, key
        self.read(browser.get(f"{root}?chapter={chapter}").decode())

    def read(self, page):
        form = re.search(rf'<form id="f-{re.escape(self.key)}".*?</form>', page, re.S).group()
        self.held = {name.removeprefix("held-"): html.unescape(value) for name, value in CELL.findall(form)}

    def save(self, **cells):
        """Saves cells; gives the page's answer, which has the row and the findings."""
        values = {"key": self.key} | self.held | {"held-" + name: value for name, value in self.held.items()} | cells
        answer = self.browser.post(self.root + "/row", values, **{"X-Part": "1"}).decode()
        self.read(answer)
        return answer

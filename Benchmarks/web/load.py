# SPDX-License-Identifier: GPL-3.0-or-later
"""A load on the web application: planners who read pages, and what-ifs, each waited for until its plan is shown."""

import argparse
import http.client
import pathlib
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse


class Browser:
    """Keeps its cookie, and takes only the parts of a page that it does not have."""

    def __init__(self, port):
        self.connection, self.cookie, self.have = http.client.HTTPConnection("127.0.0.1", port, timeout=120), None, ""

    def go(self, method, path, body=None, **headers):
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            body = urllib.parse.urlencode(body)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return answer, text

    def page(self, path, wait=False):
        headers = {"Muster-Part": path, "Muster-Have": self.have} if self.have else {}
        if wait:
            headers["Muster-Wait"] = "1"
        answer, text = self.go("GET", path, **headers)
        if found := re.search(r'data-have="([^"]*)"', text):
            self.have = found[1]
        return answer, text


def percentile(times, part):
    times = sorted(times)
    return times[min(len(times) - 1, int(len(times) * part))] if times else float("nan")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--spread", default="steady", help="of demand, as `muster generate` has it")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--changes", type=float, default=5, help="what-ifs a second")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--build", default="release", choices=["release", "debug"])
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-load-"))
    build = options.home / ".build" / options.build
    firm = subprocess.run(
        [build / "muster", "generate", "--people", str(options.people), "--weeks", str(options.weeks), "--seed", "7",
         "--spread", options.spread], check=True, capture_output=True, text=True).stdout
    (folder / "firm.yaml").write_text(firm)
    server = subprocess.Popen([build / "muster-serve", folder, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        for line in server.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                measure(int(found[1]), options)
                break
    finally:
        server.terminate()
        server.wait(30)


def measure(port, options):
    reads, plans, errors, end = [], [], [], None
    planner = Browser(port)
    begin = time.time()
    _, text = planner.page("/board")
    print(f"opened in {time.time() - begin:.1f} s, {len(text) / 1e6:.2f} MB")
    token = re.search(r'name="token" value="([^"]*)"', text)[1]
    version = int(re.search(r'data-version="(\d+)"', text)[1])
    projects = re.findall(r'data-project="([^"]*)"', text)
    alone = []
    for step in range(10):
        version, seconds = change(planner, token, version, projects[step * 7 % len(projects)])
        alone.append(seconds)
    print(f"what-if alone: median {percentile(alone, .5):.3f} s, slowest {max(alone):.3f} s")
    end = time.time() + options.seconds

    def read(number):
        browser = Browser(port)
        path = ["/board", "/projects", "/people", "/forecast"][number % 4]
        while time.time() < end:
            begin = time.time()
            try:
                answer, _ = browser.page(path)
                if answer.status != 200:
                    errors.append((path, answer.status))
            except Exception as error:  # noqa: BLE001: whatever goes wrong is counted
                errors.append((path, repr(error)))
                return
            reads.append(time.time() - begin)
            time.sleep(max(0.0, 1.0 - (time.time() - begin)))

    readers = [threading.Thread(target=read, args=(number,)) for number in range(options.readers)]
    for thread in readers:
        thread.start()
    step = 0
    while time.time() < end:
        begin = time.time()
        try:
            version, seconds = change(planner, token, version, projects[step * 7 % len(projects)])
            plans.append(seconds)
        except Exception as error:  # noqa: BLE001
            errors.append(("what-if", repr(error)))
            break
        step += 1
        time.sleep(max(0.0, 1 / options.changes - (time.time() - begin)))
    for thread in readers:
        thread.join()
    print(f"{len(reads)} pages read by {options.readers}: median {percentile(reads, .5):.3f} s, "
          f"95th percentile {percentile(reads, .95):.3f} s")
    print(f"{len(plans)} what-ifs, {len(plans) / options.seconds:.1f} a second: median {percentile(plans, .5):.3f} s, "
          f"95th percentile {percentile(plans, .95):.3f} s")
    print(f"{len(errors)} errors {errors[:5]}")
    raise SystemExit(1 if errors else 0)


def change(planner, token, version, project):
    """From the change to the page that shows its plan, or that it is still being made."""
    begin = time.time()
    body = {"token": token, "seen": version, "project": project, "weeks": 1}
    answer, text = planner.go("POST", "/draft/project", body, **{"Muster-Part": "/board"})
    if answer.status != 204:
        raise RuntimeError(f"{answer.status} {text[-300:]}")
    planner.page("/board", wait=True)
    return int(answer.getheader("Muster-Version")), time.time() - begin


main()

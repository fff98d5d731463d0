# SPDX-License-Identifier: GPL-3.0-or-later
"""What planners do in the web application, done in a real browser. Usage: browser.py HOME [TASK]"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HOME = pathlib.Path(sys.argv[1])
AXE = next(pathlib.Path(axe_core_python.__file__).parent.rglob("axe.min.js")).read_text()
PAGES = ["/board", "/projects", "/projects/apollo", "/people", "/people/ana", "/forecast", "/scenarios",
         "/scenarios?a=base.yaml&b=apollo-slips.yaml", "/draft", "/money", "/time", "/log", "/commit",
         "/why?person=ana&line=apollo.backend", "/nowhere"]


class Site:
    """The example studio, served from a folder of its own."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-browser-"))
        for file in (HOME / "Scenarios/studio").glob("*.yaml"):
            shutil.copy(file, self.folder)
        subprocess.run([HOME / ".build/debug/muster", "ledger", "init", self.folder / "base.yaml"], check=True,
                       capture_output=True)
        self.process = subprocess.Popen([HOME / ".build/debug/muster-serve", self.folder, "--port", "0"],
                                        stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "MUSTER_NOW": "2026-01-05T09:00:00Z"})
        for line in self.process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.address = found[0]
                return
        raise SystemExit("the server did not start")

    def end(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder)


def browser(script=True):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000"]:
        options.add_argument(argument)
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    # Named, so that nobody goes looking for another browser on the network.
    options.binary_location = shutil.which("chromium")
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def size(driver, width, height=900):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})


def until(driver, what, seconds=60):
    return WebDriverWait(driver, seconds, poll_frequency=0.02,
                         ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]).until(what)


def shows(words, part="main"):
    return lambda driver: words in driver.find_element(By.CSS_SELECTOR, part).text


def clear(driver, site):
    driver.get(site.address + "/board")
    if driver.find_elements(By.XPATH, "//button[.='Throw it away']"):
        driver.find_element(By.XPATH, "//button[.='Throw it away']").click()
        until(driver, lambda d: "The draft:" not in d.find_element(By.TAG_NAME, "main").text)


def bar(driver, project):
    return driver.find_element(By.CSS_SELECTOR, f".bar-handle[data-project='{project}']")


def pages_are_accessible(driver, site):
    worst = []
    for width in (1280, 360):
        size(driver, width)
        for path in PAGES:
            driver.get(site.address + path)
            over = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
            assert over <= 0, f"{path} is {over} px too wide at {width}"
            driver.execute_script(AXE)
            found = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
            worst += [(path, width, item["id"], item["nodes"][0]["html"][:160]) for item in found["violations"]
                      if item["impact"] in ("serious", "critical")]
    size(driver, 1280)
    assert not worst, json.dumps(worst, indent=1)


def arrow_keys_move_a_project(driver, site):
    clear(driver, site)
    bar(driver, "apollo").send_keys(Keys.ARROW_RIGHT)
    until(driver, shows("Delay Apollo, the booking app by 1 week"))
    focused = driver.switch_to.active_element
    assert focused.get_attribute("data-project") == "apollo", "the bar keeps the focus"
    focused.send_keys(Keys.ARROW_RIGHT)
    until(driver, shows("Delay Apollo, the booking app by 2 weeks"))
    driver.switch_to.active_element.send_keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT)
    until(driver, lambda d: "The draft:" not in d.find_element(By.TAG_NAME, "main").text)


def a_bar_is_dragged(driver, site):
    clear(driver, site)
    handle = bar(driver, "lumen")
    ActionChains(driver).move_to_element(handle).click_and_hold().move_by_offset(20, 0).move_by_offset(22, 0) \
        .release().perform()
    until(driver, shows("Delay Lumen, the meter portal by 3 weeks"))


def a_deal_is_won(driver, site):
    clear(driver, site)
    driver.find_element(By.CSS_SELECTOR, "[aria-label='Borealis, tickets for winter is won']").click()
    until(driver, shows("Borealis", ".steps"))
    until(driver, lambda d: "won" in bar(d, "borealis").get_attribute("aria-label"))


def somebody_is_hired_and_marked_away(driver, site):
    clear(driver, site)
    driver.find_element(By.XPATH, "//summary[.='Hire somebody']").click()
    form = driver.find_element(By.CSS_SELECTOR, ".change[open] form")
    form.find_element(By.NAME, "person").send_keys("nia")
    form.find_element(By.NAME, "name").send_keys("Nia <b>Okafor</b>")
    Select(form.find_element(By.NAME, "like")).select_by_value("ben")
    driver.execute_script("arguments[0].value = '2026-02-02'", form.find_element(By.NAME, "from"))
    form.find_element(By.TAG_NAME, "button").click()
    until(driver, shows("Hire Nia <b>Okafor</b>", ".steps"))
    until(driver, shows("Nia <b>Okafor</b>", "#people"))
    driver.find_element(By.XPATH, "//summary[.='Leave']").click()
    form = driver.find_element(By.XPATH, "//details[summary='Leave']//form")
    Select(form.find_element(By.NAME, "person")).select_by_value("ana")
    driver.execute_script("arguments[0].value = '2026-03-02'", form.find_element(By.NAME, "first"))
    driver.execute_script("arguments[0].value = '2026-03-06'", form.find_element(By.NAME, "last"))
    form.find_element(By.TAG_NAME, "button").click()
    until(driver, shows("Ana Duarte is away from 2 to 6 March 2026", ".steps"))


def a_wrong_change_is_explained(driver, site):
    clear(driver, site)
    driver.find_element(By.XPATH, "//summary[.='Chance of a proposal']").click()
    form = driver.find_element(By.CSS_SELECTOR, ".change[open] form")
    form.find_element(By.NAME, "at").clear()
    form.find_element(By.NAME, "at").send_keys("400")
    form.find_element(By.TAG_NAME, "button").click()
    until(driver, lambda d: "400" in d.find_element(By.ID, "news").text)


def a_draft_is_saved(driver, site):
    clear(driver, site)
    bar(driver, "apollo").send_keys(Keys.ARROW_RIGHT)
    until(driver, shows("Delay Apollo"))
    driver.get(site.address + "/draft")
    name = driver.find_element(By.NAME, "scenario")
    name.clear()
    name.send_keys("Apollo a week later")
    driver.find_element(By.NAME, "file").send_keys("apollo-later")
    driver.find_element(By.XPATH, "//button[.='Save']").click()
    until(driver, shows("apollo-later.yaml"))
    text = (site.folder / "apollo-later.yaml").read_text()
    assert text == ("muster: 1\nscenario: Apollo a week later\nfrom: base.yaml\nchanges:\n"
                    "  - delay: { project: apollo, by: 1 week }\n"), text
    driver.get(site.address + "/scenarios")
    driver.find_element(By.CSS_SELECTOR, "[aria-label='Open base.yaml']").click()
    until(driver, shows("base.yaml"))


def it_says_why_and_why_not(driver, site):
    driver.get(site.address + "/people/ana")
    driver.find_element(By.LINK_TEXT, "why?").click()
    until(driver, shows("Why"))
    driver.get(site.address + "/people/hugo")
    Select(driver.find_element(By.NAME, "line")).select_by_value("apollo.backend")
    driver.find_element(By.XPATH, "//button[.='Ask']").click()
    until(driver, shows("Why not"))


def another_window_follows(driver, site):
    clear(driver, site)
    first = driver.current_window_handle
    driver.switch_to.new_window("window")
    driver.get(site.address + "/board")
    bar(driver, "kiosk").send_keys(Keys.ARROW_RIGHT)
    until(driver, shows("Delay Kiosks"))
    driver.switch_to.window(first)
    until(driver, shows("Delay Kiosks"))
    for handle in driver.window_handles:
        if handle != first:
            driver.switch_to.window(handle)
            driver.close()
    driver.switch_to.window(first)


def files_that_change_are_noticed(driver, site):
    clear(driver, site)
    file = site.folder / "base.yaml"
    text = file.read_text()
    file.write_text(text.replace("Ben Okafor", "Benedict Okafor"))
    until(driver, shows("Benedict Okafor", "#people"))
    file.write_text(text.replace("horizon:", "horison:"))
    until(driver, shows("horison"))
    file.write_text(text)
    until(driver, shows("Ben Okafor", "#people"))


def a_plan_is_committed_and_taken_back(driver, site):
    clear(driver, site)
    driver.get(site.address + "/commit")
    until(driver, lambda d: d.find_elements(By.XPATH, "//button[.='Commit']"), 180)
    for box in driver.find_elements(By.NAME, "despite"):
        box.click()
        driver.find_element(By.NAME, "reason-" + box.get_attribute("value")).send_keys("known")
    driver.find_element(By.XPATH, "//button[.='Commit']").click()
    until(driver, shows("commit Farol"))
    driver.find_element(By.XPATH, "//button[.='Take back the latest commitment']").click()
    until(driver, shows("undo event"))


def time_is_entered_and_approved(driver, site):
    driver.get(site.address + "/time")
    Select(driver.find_element(By.NAME, "person")).select_by_value("ben")
    Select(driver.find_element(By.NAME, "work")).select_by_value("apollo.ios")
    driver.find_element(By.NAME, "hours").send_keys("7:30")
    driver.find_element(By.XPATH, "//button[.='Enter']").click()
    until(driver, shows("7:30", "#approve"))
    driver.find_element(By.NAME, "entry").click()
    driver.find_element(By.XPATH, "//button[.='Approve']").click()
    until(driver, shows("approved", "#recent"))


def a_client_sees_its_own_projects(driver, site):
    driver.get(site.address + "/projects/apollo")
    driver.find_element(By.XPATH, "//button[starts-with(., 'Make a status page')]").click()
    link = until(driver, lambda d: d.find_element(By.CSS_SELECTOR, "#link a")).get_attribute("href")
    page = urllib.request.urlopen(link).read().decode()
    assert "Apollo" in page and "Lumen" not in page and "Ana Duarte" not in page


def it_works_without_a_script(driver, site):
    clear(driver, site)
    plain = browser(script=False)
    try:
        plain.get(site.address + "/board")
        plain.find_element(By.CSS_SELECTOR, "[aria-label='Apollo, the booking app a week later']").click()
        until(plain, shows("Delay Apollo, the booking app by 1 week"))
        plain.find_element(By.XPATH, "//button[.='Take out']").click()
        until(plain, lambda d: "The draft:" not in d.find_element(By.TAG_NAME, "main").text)
    finally:
        plain.quit()


TASKS = [pages_are_accessible, arrow_keys_move_a_project, a_bar_is_dragged, a_deal_is_won,
         somebody_is_hired_and_marked_away, a_wrong_change_is_explained, a_draft_is_saved, it_says_why_and_why_not,
         another_window_follows, files_that_change_are_noticed, it_works_without_a_script,
         a_client_sees_its_own_projects, time_is_entered_and_approved, a_plan_is_committed_and_taken_back]


def main():
    wanted = [task for task in TASKS if len(sys.argv) < 3 or sys.argv[2] in task.__name__]
    site, driver, failed = Site(), browser(), 0
    try:
        for task in wanted:
            begin = time.time()
            try:
                task(driver, site)
                said = [entry["message"] for entry in driver.get_log("browser")
                        if entry["level"] == "SEVERE" and "/nowhere" not in entry["message"]
                        and "status of 422" not in entry["message"] and "favicon" not in entry["message"]]
                assert not said, said
                print(f"ok      {task.__name__} ({time.time() - begin:.1f} s)", flush=True)
            except Exception as error:  # noqa: BLE001: every failure of a task is reported, and the next one goes on
                failed += 1
                print(f"FAILED  {task.__name__}: {type(error).__name__}: {str(error)[:400]}", flush=True)
                print(driver.current_url, driver.find_element(By.TAG_NAME, "body").text[:1500], flush=True)
    finally:
        driver.quit()
        site.end()
    sys.exit(1 if failed else 0)


main()

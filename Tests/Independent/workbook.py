# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads XLSX files with Python's own zip and XML readers, knowing nothing of what wrote them.

workbook.py read FILE       every cell, one a line: sheet, place, kind (number, text), 1 for a formula, value
workbook.py strip FILE OUT  the same workbook without the values of its formulas, so that whoever opens it must calculate
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def decoded(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def text_of(element):
    return decoded("".join(part.text or "" for part in element.iter(MAIN + "t")))


def sheets(archive):
    targets = {
        relation.get("Id"): relation.get("Target")
        for relation in tree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in tree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        yield sheet.get("name"), "xl/" + targets[sheet.get(RELATION)].removeprefix("/xl/")


def read(path):
    with zipfile.ZipFile(path) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = [text_of(item) for item in tree.fromstring(archive.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        for name, part in sheets(archive):
            for cell in tree.fromstring(archive.read(part)).iter(MAIN + "c"):
                value = cell.find(MAIN + "v")
                kind = cell.get("t", "n")
                if kind == "inlineStr":
                    shown = ("text", text_of(cell.find(MAIN + "is")))
                elif value is None:
                    continue
                elif kind == "s":
                    shown = ("text", shared[int(value.text)])
                elif kind in ("str", "e"):
                    shown = ("text", decoded(value.text or ""))
                else:
                    shown = ("number", value.text)
                formula = "1" if cell.find(MAIN + "f") is not None else "0"
                print(name, cell.get("r"), shown[0], formula, shown[1], sep="\t")


def strip(path, target):
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for item in source.namelist():
            data = source.read(item).decode() if item.endswith(".xml") else None
            if data is None or not item.startswith("xl/worksheets/"):
                copy.writestr(item, source.read(item))
            else:
                copy.writestr(item, re.sub(r"(</f>)<v>[^<]*</v>", r"\1", data))


if sys.argv[1] == "read":
    read(sys.argv[2])
else:
    strip(sys.argv[2], sys.argv[3])

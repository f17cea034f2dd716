"""What a reviewer does in LibreOffice, done through UNO by Debian's own Python.

Run as a program: ``python3 uno_actions.py PIPE FOLDER``. FOLDER holds ``sent.docx``; afterwards it
also holds tracked and untracked files, each as DOCX and as the DOCX of an ODT, and ``done``.
"""

import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolve = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver").resolve
    for _ in range(600):
        try:
            return resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
    raise TimeoutError


def sign_as(context, first, last):
    create = context.ServiceManager.createInstanceWithContext
    provider = create("com.sun.star.configuration.ConfigurationProvider", context)
    where = (setting("nodepath", "/org.openoffice.UserProfile/Data"),)
    service = "com.sun.star.configuration.ConfigurationUpdateAccess"
    profile = provider.createInstanceWithArguments(service, where)
    profile.setPropertyValue("givenname", first)
    profile.setPropertyValue("sn", last)
    profile.commitChanges()


def load(desktop, path):
    return desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (setting("Hidden", True),))


def save(document, path):
    document.storeToURL(path.as_uri(), (setting("FilterName", FILTERS[path.suffix]),))


class Reviewer:
    """Finds paragraphs by a word of theirs and edits them as a person would."""

    def __init__(self, document):
        self.document, self.text = document, document.Text

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        return self.document.findFirst(search)

    def cursor(self, words):
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.gotoStartOfParagraph(False)
        return cursor

    def whole(self, words):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def change_word(self, words, new):
        self.find(words).String = new

    def append(self, words, new):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertString(cursor, new, False)

    def delete_paragraph(self, words):
        cursor = self.cursor(words)
        cursor.gotoNextParagraph(True)
        cursor.String = ""

    def add_paragraph(self, words, new):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(False)
        self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        self.text.insertString(cursor, new, False)

    def split(self, words):
        self.text.insertControlCharacter(self.find(words).Start, PARAGRAPH_BREAK, False)

    def merge_with_next(self, words):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(False)
        cursor.gotoNextParagraph(True)
        cursor.String = " "

    def move(self, words, after):
        controller = self.document.CurrentController
        cursor = self.cursor(words)
        cursor.gotoNextParagraph(True)
        controller.select(cursor)
        clip = controller.getTransferable()
        cursor.String = ""
        target = self.cursor(after)
        target.gotoNextParagraph(False)
        controller.select(target)
        controller.insertTransferable(clip)

    def paste(self, source, before):
        controller = self.document.CurrentController
        controller.select(self.find(source))
        clip = controller.getTransferable()
        controller.select(self.find(before).Start)
        controller.insertTransferable(clip)

    def retype(self, words, new):
        self.whole(words).String = new

    def comment(self, words, author, text):
        field = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        field.Author, field.Content = author, text
        found = self.find(words)
        found.Text.insertTextContent(found, field, True)

    def add_row(self, words, *cells):
        table = self.find(words).TextTable
        place = int(self.find(words).Cell.CellName[1:])
        table.Rows.insertByIndex(place, 1)
        for letter, text in zip("ABC", cells, strict=True):
            table.getCellByName(f"{letter}{place + 1}").String = text

    def delete_row(self, words):
        found = self.find(words)
        found.TextTable.Rows.removeByIndex(int(found.Cell.CellName[1:]) - 1, 1)


def review(document):
    reviewer = Reviewer(document)
    reviewer.change_word("hidas010", "nopea")
    reviewer.append("Kappale 015", " Lisätty virke.")
    reviewer.change_word(" sana020", "")
    reviewer.delete_paragraph("Kappale 025")
    reviewer.add_paragraph("Kappale 030", "Kokonaan uusi kappale kolmestakympistä.")
    reviewer.split("Toinen virke 035")
    reviewer.merge_with_next("Kappale 040")
    reviewer.move("Kappale 045", after="Kappale 050")
    reviewer.comment("Kappale 055", "Eero Ek", "Onko tämä totta?")
    reviewer.comment("Kappale 055", "Aino Ahti", "On, tarkistin.")
    reviewer.retype("Kappale 060", "Palvelut 060 toimivat hitaasti, ja jono on asukkaiden murhe.")
    reviewer.paste("Kalpea kirjain", before="Toinen virke 065")
    reviewer.change_word("solu-b2", "viisi")
    reviewer.add_row("solu-a3", "uusi rivi", "kuusi", "lisätty")
    reviewer.delete_row("solu-a4")
    reviewer.append("Otsikko 070", " ja muuta")
    reviewer.append("sanottu lause", ", lisäys liitteeseen")
    reviewer.delete_paragraph("Kohta 086")
    reviewer.add_paragraph("Kohta 088", "Uusi luetelmakohta.")


def main(pipe, folder):
    context = connect(pipe)
    sign_as(context, "Liisa", "Lukija")
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    for name, is_tracked in (("tracked", True), ("untracked", False)):
        document = load(desktop, folder / "sent.docx")
        document.RecordChanges = is_tracked
        review(document)
        save(document, folder / f"{name}.docx")
        save(document, folder / f"{name}.odt")
        document.close(True)
        document = load(desktop, folder / f"{name}.odt")
        save(document, folder / f"{name}-odt.docx")
        document.close(True)
    (folder / "done").touch()
    desktop.terminate()


main(sys.argv[1], Path(sys.argv[2]))
os._exit(0)  # the bridge to LibreOffice may crash when Python takes it down

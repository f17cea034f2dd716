"""ODT and ODS files written by hand, tag by tag."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)
ENCRYPTED = '<manifest><file-entry><encryption-data checksum="x"/></file-entry></manifest>'
BOLD = '<style:text-properties fo:font-weight="bold"/>'


def odf(kind: str, content: str, *, parts: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument file; ``mimetype`` comes first and is not packed, as programs write it."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED
        )
        for name, xml in {"content.xml": content, **(parts or {})}.items():
            archive.writestr(name, xml)
    return data.getvalue()


def odt(body: str, *, styles: str = "", common: str = "") -> bytes:
    """A text document; ``styles`` are its own, ``common`` the inside of ``styles.xml``."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    parts = {"styles.xml": f"<office:document-styles {SPACES}>{common}</office:document-styles>"}
    return odf("text", content, parts=parts)


def ods(*tables: str, styles: str = "") -> bytes:
    """A workbook."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(tables)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return odf("spreadsheet", content)


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def items(*texts: str) -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f"<text:list>{inside}</text:list>"


def style(name: str, inside: str, *, family: str = "paragraph", parent: str = "") -> str:
    builds_on = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{builds_on}>{inside}'
        "</style:style>"
    )


def table(name: str, *rows: str, columns: str = "", style: str = "") -> str:
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{columns}{"".join(rows)}'
        "</table:table>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", attributes: str = "") -> str:
    said = f'office:value-type="string" {attributes}' if text else attributes
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {said}>{inside}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"

DISCUSSION = odt(
    "<text:tracked-changes><text:changed-region><text:deletion>"
    + p("poistettu ajatus")
    + "</text:deletion></text:changed-region></text:tracked-changes>"
    + p("Pöytäkeskustelut", "P1")
    + "<text:table-of-content><text:index-body>"
    + p("Pöytä 1: Nuoret 1")
    + "</text:index-body></text:table-of-content>"
    + h("Pöytä 1: Nuoret")
    + p("Kirjuri: Kirsi")
    + p('<text:span text:style-name="T1">Mitä pitää</text:span> muuttaa?')
    + items(
        p(
            "jonot <text:change-start/>pois<text:change-end/><office:annotation>"
            "<dc:creator xmlns:dc='dc'>Kaisa Kirjuri</dc:creator>"
            + p("Kaikki mukana")
            + "</office:annotation>"
        )
        + items(p("myös illalla")),
        p("lisää<text:s text:c='2'/>aikoja"),
    )
    + p("Mikä toimii", "P2")
    + p("neuvola<text:line-break/>kerho<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body>" + p("alaviite") + "</text:note-body></text:note>")
    + p("<draw:frame><draw:text-box>" + p("laatikossa") + "</draw:text-box></draw:frame>")
    + p('<text:span text:style-name="T2">salaa</text:span>')
    + h("Pöytä 2: Vanhemmat")
    + table(
        "T",
        row(cell("Kysymys"), cell("Vastaus")),
        row(cell("Entä etänä?", 'table:number-rows-spanned="2"'),
            cell(f"<office:annotation>{p('solussa')}</office:annotation>toimii")),
        row(COVERED, "<table:table-cell>" + items(p("a"), p("b")) + "</table:table-cell>"),
        row(cell("Yhdessä?", 'table:number-columns-spanned="2"'), COVERED),
    ),
    styles=style("P1", "", parent="Title")
    + style("P2", "", parent="Korostus")
    + style("T1", BOLD, family="text")
    + style("T2", '<style:text-properties text:display="none"/>', family="text"),
    common="<office:styles>" + style("Korostus", BOLD) + style("Title", "") + "</office:styles>"
    "<office:master-styles><style:master-page><style:footer>"
    + p("Sivu <text:page-number>1</text:page-number>")
    + "</style:footer></style:master-page></office:master-styles>",
)  # fmt: skip

WORKBOOK = ods(
    table(
        "Pöytä 1",
        row(cell("Vastaukset 6.10.")),
        row(),
        row(cell("Kysymys"), cell("Vastaus"), cell("Kirjaaja")),
        row(cell("Mikä toimii?", 'table:number-rows-spanned="2"'), cell("Neuvola"), cell("K")),
        row(COVERED, cell("Kerho")),
        row(cell("Mitä muuttaisit?"), cell("piilossa"), attributes='table:visibility="filter"'),
        row(cell(), cell("Jonot", 'table:formula="of:=[.A1]"')),
        row(cell(), '<table:table-cell table:formula="of:=[.A1]"/>'),
        row(
            cell(),
            '<table:table-cell office:value-type="float" office:value="7"><text:p>7,00</text:p>'
            "<office:annotation><text:p>miksi?</text:p></office:annotation></table:table-cell>",
        ),
        row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            attributes='table:number-rows-repeated="1048000"',
        ),
        row('<table:table-cell table:number-columns-repeated="16383"/>', cell("kaukana")),
        columns='<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>',
    ),
    table("Piilo", row(cell("Vastaus")), row(cell("ei saa lukea")), style="ta2"),
    styles='<style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>',
)

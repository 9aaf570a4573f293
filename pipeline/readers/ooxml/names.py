"""Qualified names of the elements and attributes that the reader looks at.

Strict documents (ISO 29500) use other namespaces; `package` rewrites them before parsing.
"""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return _W + name


def r(name: str) -> str:
    """Return the qualified name of a relationship attribute."""
    return _R + name


def a(name: str) -> str:
    """Return the qualified name of a DrawingML element."""
    return _A + name


def m(name: str) -> str:
    """Return the qualified name of an equation's element."""
    return _M + name


def mc(name: str) -> str:
    """Return the qualified name of a markup compatibility element."""
    return _MC + name


def v(name: str) -> str:
    """Return the qualified name of a VML element."""
    return _V + name


def w14(name: str) -> str:
    """Return the qualified name of an element that Word 2010 added."""
    return _W14 + name


def wp(name: str) -> str:
    """Return the qualified name of a drawing's anchor element."""
    return _WP + name


def wps(name: str) -> str:
    """Return the qualified name of a drawn shape's element."""
    return _WPS + name


def pic(name: str) -> str:
    """Return the qualified name of a picture's element."""
    return _PIC + name


VAL = w("val")
ID = w("id")
P, TBL, TR, TC, SDT = w("p"), w("tbl"), w("tr"), w("tc"), w("sdt")
P_PR, R_PR, TBL_PR, TR_PR, TC_PR, SDT_PR = w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr"), w("sdtPr")
SDT_CONTENT = w("sdtContent")
R, T = w("r"), w("t")
INS, DEL, MOVE_TO, MOVE_FROM = w("ins"), w("del"), w("moveTo"), w("moveFrom")
ALTERNATE, CHOICE, FALLBACK = mc("AlternateContent"), mc("Choice"), mc("Fallback")

# Looked at for each paragraph, run or cell: named once, as building a name costs more than reading the element.
NUM_ID, NUM_LEVEL = w("numId"), w("ilvl")
WIDTH, WIDTH_TYPE = w("w"), w("type")
GRID_BEFORE, GRID_AFTER, HEADING_ROW, HIDDEN_ROW = w("gridBefore"), w("gridAfter"), w("tblHeader"), w("hidden")
COMMENT_START, CHUNK = w("commentRangeStart"), w("altChunk")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SHD, COLOR, NUM_PR = w("shd"), w("color"), w("numPr")
STYLE, STYLE_ID, DEFAULT = w("style"), w("styleId"), w("default")

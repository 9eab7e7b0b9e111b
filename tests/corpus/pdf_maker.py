"""A small PDF written by hand: words at places, rules, and a picture that fills the page."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Page", "column", "pdf"]

HEIGHT = 842.0


@dataclass
class Page:
    """One page, written from its upper left corner, in points."""

    signs: list[str] = field(default_factory=list)
    pictured: bool = False

    def write(self, x: float, y: float, words: str, size: float = 11, *, bold: bool = False) -> Page:
        """WORDS with their feet at Y."""
        plain = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.signs.append(f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {HEIGHT - y} Td ({plain}) Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """A line."""
        self.signs.append(f"0.8 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self


def column(page: Page, x: float, y: float, lines: list[str], size: float = 11, step: float = 14) -> float:
    """LINES under one another; where the next line would stand."""
    for line in lines:
        page.write(x, y, line, size)
        y += step
    return y


def pdf(*pages: Page, title: str = "") -> bytes:
    """PAGES as a file."""
    fonts = "/F1 3 0 R /F2 4 0 R"
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8\n"
        b"/Length 1 >>\nstream\n\x80\nendstream",
    ]
    for n, page in enumerate(pages):
        drawn = ["q 595 0 0 842 0 0 cm /P Do Q"] if page.pictured else []
        stream = "\n".join([*drawn, *page.signs]).encode("cp1252")
        about = f"/Resources << /Font << {fonts} >> /XObject << /P 5 0 R >> >> /Contents {7 + 2 * n} 0 R"
        parts.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT:.0f}] {about} >>".encode())
        parts.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    parts.append(f"<< /Title ({title}) >>".encode())
    return _file(parts)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _file(parts: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for n, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{n} 0 obj\n".encode() + part + b"\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n" + "".join(f"{p:010d} 00000 n \n" for p in places)
    end = f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info {len(parts)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (table + end).encode()

"""Picture files that Pillow cannot write by itself: a 16-bit PNG, an animated PNG, and a colour profile."""

import struct
import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, RGBA = 0, 2, 6


def chunk(kind: bytes, body: bytes) -> bytes:
    """A PNG chunk: length, kind, body, checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def ihdr(width: int, height: int, bits: int, colour: int) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))


def packed(samples: np.ndarray) -> bytes:
    """Rows of big-endian samples, each behind the filter byte 0, deflated."""
    return zlib.compress(b"".join(b"\0" + row.tobytes() for row in samples), 9)


def sixteen_bit_png(samples: np.ndarray) -> bytes:
    """A PNG of uint16 samples: [height, width] is grey, [height, width, 3] colour."""
    height, width = samples.shape[:2]
    colour = GREY if samples.ndim == 2 else RGB
    body = packed(samples.astype(">u2"))
    return SIGNATURE + ihdr(width, height, 16, colour) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def animated_png(frames: list[np.ndarray]) -> bytes:
    """An APNG of uint8 frames [height, width, 3]; the first is also the still picture."""
    height, width = frames[0].shape[:2]
    parts = [SIGNATURE, ihdr(width, height, 8, RGB), chunk(b"acTL", struct.pack(">II", len(frames), 0))]
    number = 0
    for at, frame in enumerate(frames):
        control = struct.pack(">IIIIIHHBB", number, width, height, 0, 0, 1, 10, 0, 0)
        parts.append(chunk(b"fcTL", control))
        number += 1
        if at == 0:
            parts.append(chunk(b"IDAT", packed(frame)))
        else:
            parts.append(chunk(b"fdAT", struct.pack(">I", number) + packed(frame)))
            number += 1
    return b"".join([*parts, chunk(b"IEND", b"")])


def swapped_profile() -> bytes:
    """An ICC profile whose red primary is blue's: whoever applies it shows quite other colours."""
    xyz = {b"rXYZ": (0.1431, 0.0606, 0.7141), b"gXYZ": (0.3851, 0.7169, 0.0971)}
    xyz |= {b"bXYZ": (0.4361, 0.2225, 0.0139), b"wtpt": (0.9642, 1.0, 0.8249)}
    tags = {name: b"XYZ \0\0\0\0" + b"".join(fixed(v) for v in values) for name, values in xyz.items()}
    curve = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, int(2.2 * 256))
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 8) + b"swapped\0" + bytes(80)
    tags[b"cprt"] = b"text\0\0\0\0none\0\0\0\0"
    table, bodies = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        table += name + struct.pack(">II", start + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    size = start + len(bodies)
    white = b"".join(fixed(v) for v in xyz[b"wtpt"])
    head = struct.pack(">I4xI", size, 0x02100000) + b"mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28)
    return (head + white).ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + bodies


def fixed(value: float) -> bytes:
    """ICC's s15Fixed16Number."""
    return struct.pack(">i", round(value * 65536))

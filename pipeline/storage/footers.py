"""The footer of a Parquet file, read and written without touching the data before it.

A row group is a stretch of bytes plus an entry in the footer that says where in the file they lie. Moving the stretch and
correcting the entry carries rows from one file to the next at the speed of a copy; Arrow can only decode and encode them.

Source: Apache Parquet format, `parquet.thrift` (field numbers) and Thrift's compact protocol.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, TypeAlias

Value: TypeAlias = "bool | int | bytes | Struct | tuple[int, list[Value]]"
Struct: TypeAlias = "dict[int, tuple[int, Value]]"
"""A Thrift struct: field number → (wire type, value). Lists are (element type, values)."""

MAGIC = b"PAR1"
_TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = range(1, 13)

ROW_COUNT, ROW_GROUPS, KEY_VALUES, SCHEMA = 3, 4, 5, 2  # FileMetaData
COLUMNS, GROUP_ROWS, GROUP_OFFSET, GROUP_ORDINAL = 1, 3, 5, 7  # RowGroup
CHUNK_OFFSET, COLUMN, INDEXES = 2, 3, (4, 5, 6, 7)  # ColumnChunk
COMPRESSED, PAGE_OFFSETS = 7, (9, 10, 11)  # ColumnMetaData: data page, index page, dictionary page


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in its file a row group's bytes lie."""

    start: int
    end: int


def read_footer(file: BinaryIO) -> Struct:
    """Return the FileMetaData of the Parquet file.

    Raises:
        ValueError: The file is no Parquet file, or cut short.
    """
    size = file.seek(0, 2)
    file.seek(max(size - 8, 0))
    tail = file.read(8)
    length = int.from_bytes(tail[:4], "little")
    if tail[4:] != MAGIC or length + 12 > size:
        raise ValueError("not a whole Parquet file")
    file.seek(size - 8 - length)
    return decode(file.read(length))


def row_groups(footer: Struct) -> list[Struct]:
    """Return the entries of the row groups."""
    return [g for g in _items(footer, ROW_GROUPS) if isinstance(g, dict)]


def set_row_groups(footer: Struct, groups: list[Struct]) -> None:
    """Put the entries in, and the rows they add up to."""
    footer[ROW_GROUPS] = (_LIST, (_STRUCT, list(groups)))
    footer[ROW_COUNT] = (_I64, sum(_number(g, GROUP_ROWS) for g in groups))


def key_values(footer: Struct) -> dict[bytes, bytes]:
    """Return the file's metadata."""
    found = {}
    for pair in _items(footer, KEY_VALUES):
        if isinstance(pair, dict):
            key, value = pair[1][1], pair.get(2, (_BINARY, b""))[1]
            if isinstance(key, bytes) and isinstance(value, bytes):
                found[key] = value
    return found


def stretch(group: Struct) -> Stretch:
    """Return where the row group's bytes lie."""
    starts, ends = [], []
    for chunk in _structs(group, COLUMNS):
        column = _struct(chunk, COLUMN)
        start = min(_number(column, f) for f in PAGE_OFFSETS if _number(column, f))
        starts.append(start)
        ends.append(start + _number(column, COMPRESSED))
    return Stretch(min(starts), max(ends))


def shift(group: Struct, by: int, ordinal: int) -> None:
    """Correct the entry of a row group whose bytes moved by so many."""
    for chunk in _structs(group, COLUMNS):
        column = _struct(chunk, COLUMN)
        for field in PAGE_OFFSETS:
            _add(column, field, by)
        _add(chunk, CHUNK_OFFSET, by)
        for field in INDEXES:
            chunk.pop(field, None)
    _add(group, GROUP_OFFSET, by)
    group[GROUP_ORDINAL] = (_I16, ordinal)


def _items(struct: Struct, field: int) -> list[Value]:
    value = struct.get(field, (_LIST, (_STRUCT, [])))[1]
    return value[1] if isinstance(value, tuple) else []


def _structs(struct: Struct, field: int) -> list[Struct]:
    return [v for v in _items(struct, field) if isinstance(v, dict)]


def _struct(struct: Struct, field: int) -> Struct:
    value = struct[field][1]
    if not isinstance(value, dict):
        raise TypeError(f"field {field} of the footer is no struct")
    return value


def _number(struct: Struct, field: int) -> int:
    value = struct.get(field, (_I64, 0))[1]
    return value if isinstance(value, int) else 0


def _add(struct: Struct, field: int, by: int) -> None:
    number = _number(struct, field)
    if number:
        struct[field] = (struct[field][0], number + by)


def decode(data: bytes) -> Struct:
    """Return the struct that the bytes hold in Thrift's compact protocol."""
    return _Decoder(data).struct()


def encode(struct: Struct) -> bytes:
    """Return the struct's bytes in Thrift's compact protocol."""
    sink = BytesIO()
    _write_struct(sink, struct)
    return sink.getvalue()


class _Decoder:
    __slots__ = ("at", "data")

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def varint(self) -> int:
        data, at = self.data, self.at
        byte = data[at]
        at += 1
        number, bits = byte & 0x7F, 7
        while byte & 0x80:
            byte = data[at]
            at += 1
            number |= (byte & 0x7F) << bits
            bits += 7
        self.at = at
        return number

    def signed(self) -> int:
        number = self.varint()
        return (number >> 1) ^ -(number & 1)

    def struct(self) -> Struct:
        fields: Struct = {}
        number = 0
        while True:
            head = self.data[self.at]
            self.at += 1
            if head == 0:
                return fields
            number = number + (head >> 4) if head >> 4 else self.signed()
            kind = head & 0x0F
            fields[number] = (kind, kind == _TRUE if kind in (_TRUE, _FALSE) else self.value(kind))

    def value(self, kind: int) -> Value:
        if kind in (_I16, _I32, _I64):
            return self.signed()
        if kind == _BINARY:
            return self.bytes(self.varint())
        if kind == _STRUCT:
            return self.struct()
        if kind in (_LIST, _SET):
            return self.list()
        if kind in (_TRUE, _FALSE, _BYTE):  # in a list, a boolean is a byte
            return self.bytes(1)
        if kind == _DOUBLE:
            return self.bytes(8)
        raise ValueError(f"Thrift type {kind} isn't used in a Parquet footer")

    def bytes(self, length: int) -> bytes:
        start, self.at = self.at, self.at + length
        if self.at > len(self.data):
            raise ValueError("the footer is cut short")
        return self.data[start : self.at]

    def list(self) -> tuple[int, list[Value]]:
        head = self.data[self.at]
        self.at += 1
        count = head >> 4
        if count == 15:
            count = self.varint()
        kind = head & 0x0F
        return kind, [self.value(kind) for _ in range(count)]


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _zigzag(number: int) -> bytes:
    return _varint((number << 1) ^ (number >> 63))


def _write_struct(sink: BytesIO, struct: Struct) -> None:
    last = 0
    for number, (kind, value) in sorted(struct.items()):
        if 0 < number - last <= 15:
            sink.write(bytes([(number - last) << 4 | kind]))
        else:
            sink.write(bytes([kind]) + _zigzag(number))
        last = number
        if kind not in (_TRUE, _FALSE):
            _write_value(sink, kind, value)
    sink.write(b"\0")


def _write_value(sink: BytesIO, kind: int, value: Value) -> None:
    if isinstance(value, dict):
        _write_struct(sink, value)
    elif isinstance(value, tuple):
        inner, values = value
        count = len(values)
        sink.write(bytes([count << 4 | inner]) if count < 15 else bytes([0xF0 | inner]) + _varint(count))
        for item in values:
            _write_value(sink, inner, item)
    elif isinstance(value, bytes):
        sink.write(_varint(len(value)) + value if kind == _BINARY else value)
    elif isinstance(value, int):
        sink.write(_zigzag(value))

"""Bytes to text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.source import decode, encode, sha256
from curator.domain.errors import CodecError


@given(st.text())
def test_text_comes_back_from_its_bytes(text) -> None:
    assert decode(encode(text)) == text


def test_a_byte_order_mark_and_mixed_line_ends_survive() -> None:
    data = b"\xef\xbb\xbfone\r\ntwo\rthree\n"
    assert encode(decode(data)) == data


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_bytes_that_are_no_utf8_are_refused_with_their_line(end) -> None:
    with pytest.raises(CodecError) as caught:
        decode(end.join([b"# Title", b"fine", b"caf\xe9"]))
    assert caught.value.line == 3
    assert "Line 3" in str(caught.value)


@pytest.mark.fault("F34")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("# Fähre\n".encode("utf-16"), "looks like UTF-16"),
        ("# Fähre\n".encode("utf-16-be", "strict").join([b"\xfe\xff", b""]), "looks like UTF-16"),
        ("# Fähre – „Ufer“\n".encode("cp1252"), "looks like Windows-1252"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "may be no text at all"),
    ],
    ids=["utf-16", "utf-16-be", "cp1252", "picture"],
)
def test_the_likely_encoding_is_named_in_plain_words(data, words) -> None:
    with pytest.raises(CodecError, match=words) as caught:
        decode(data)
    assert caught.value.hint == "Save the file as UTF-8 and import it again."


def test_equal_texts_have_equal_hashes() -> None:
    assert sha256("a") == sha256("a") != sha256("a\n")
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

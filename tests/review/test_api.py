"""The client: pages, limits, and a key that stays with its host."""

from __future__ import annotations

import pytest

from ikw.review.api import MOST_PAGES, PER_PAGE, Api, ApiError, in_address
from review.host import answering, paged
from review.hostile import BRANCHES, TEXTS

KEY = {"Authorization": "Bearer geheim"}


def test_lists_come_page_by_page() -> None:
    with answering({"GET /list": paged(list(range(250)))}) as host:
        assert list(Api(host.address, KEY).pages("/list", state="open")) == list(range(250))
        assert host.paths("GET") == [f"/list?state=open&per_page=100&page={page}" for page in (1, 2, 3)]
        assert {headers["Authorization"] for _, _, headers, _ in host.asked} == {"Bearer geheim"}


def test_a_list_without_end_is_given_up() -> None:
    with answering({"GET /list": lambda query: [0] * PER_PAGE}) as host:
        assert len(list(Api(host.address, KEY).pages("/list"))) == MOST_PAGES * PER_PAGE


def test_fields_are_sent_as_json() -> None:
    with answering({"POST /notes": {"id": 1}}) as host:
        assert Api(host.address, KEY).send("POST", "/notes", body="ä\ud800") == {"id": 1}
        assert host.asked[0][3] == {"body": "ä\ud800"}


@pytest.mark.parametrize(("answer", "message"), [
    (None, "/x: status 404"), ((500, {}), "/x: status 500"), (b"<html>", "/x: no JSON"), ((302, {"Location": "/y"}), "/x: status 302"),
])
def test_what_is_no_answer_is_said(answer: object, message: str) -> None:
    with answering({"GET /x": answer}) as host, pytest.raises(ApiError) as caught:
        Api(host.address, KEY).get("/x")
    assert str(caught.value) == message


def test_nobody_there() -> None:
    with pytest.raises(ApiError, match=r"^/x: "):
        Api("http://127.0.0.1:1", KEY).get("/x")


def test_a_file_is_fetched_from_the_store_without_the_key() -> None:
    with answering() as store, answering() as host:
        store.answers["GET /blob"] = b"zip"
        host.answers["GET /file"] = (302, {"Location": f"{store.address}/blob?sig=1"})
        assert Api(host.address, KEY).file("/file", 10) == b"zip"
        assert [headers.get("Authorization") for _, _, headers, _ in host.asked] == ["Bearer geheim"]
        assert [headers.get("Authorization") for _, _, headers, _ in store.asked] == [None]


def test_within_the_host_the_key_comes_along() -> None:
    with answering({"GET /file": (302, {"Location": "/other"}), "GET /other": b"x"}) as host:
        assert Api(host.address, KEY).file("/file", 10) == b"x"
        assert [headers.get("Authorization") for _, _, headers, _ in host.asked] == ["Bearer geheim"] * 2


@pytest.mark.parametrize(("location", "message"), [
    ("file:///etc/passwd", "/file: sent on to file"), ("ftp://127.0.0.1/x", "/file: sent on to ftp"), ("https://127.0.0.1/x", "/file: sent on to https"),
    ("/file", "/file: sent on and on"),
])
def test_it_does_not_follow_everywhere(location: str, message: str) -> None:
    with answering({"GET /file": (302, {"Location": location})}) as host, pytest.raises(ApiError) as caught:
        Api(host.address, KEY).file("/file", 10)
    assert str(caught.value) == message


def test_a_file_that_is_too_large_is_not_read() -> None:
    with answering({"GET /file": b"x" * 11}) as host:
        assert len(Api(host.address, KEY).file("/file", 11)) == 11
        with pytest.raises(ApiError, match="/file: more than 10 bytes"):
            Api(host.address, KEY).file("/file", 10)


@pytest.mark.parametrize("text", [*TEXTS, *BRANCHES])
def test_no_text_ends_an_address(text: str) -> None:
    assert set(in_address(text)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%")

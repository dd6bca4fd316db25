"""A thin client of the Depesche API: one file, standard library only.

    from depesche import Register

    r = Register("http://127.0.0.1:7845")           # depesche serve
    for e in r.entries("dyad:BLR,CHN type:CONSULT since:2023"):
        print(e["record"]["date"], e["reports"], e["id"])
    rows = r.table("kind:figure measure:trade")      # flat rows, ready for pandas

Answers are the JSON of the API as Python values (docs/api.md, /api/v1/openapi.json).
What was asked before is asked with its ETag and not sent again.
"""

import csv
import io
import json
import time
import urllib.error
import urllib.parse
import urllib.request


class DepescheError(Exception):
    """What the server says is wrong: status, detail, and hints."""

    def __init__(self, status, detail, hints=()):
        super().__init__(f"{status}: {detail}" + "".join(f" ({h})" for h in hints))
        self.status, self.detail, self.hints = status, detail, list(hints)


class Register:
    """A register behind `depesche serve`. Token is that of --token, if one is set."""

    def __init__(self, base="http://127.0.0.1:7845", token=None, timeout=60):
        self.base, self.token, self.timeout = base.rstrip("/"), token, timeout
        self._kept = {}  # by address: ETag and bytes

    # Single answers.

    def get(self, path, **params):
        """The answer to GET /api/v1/<path>; as_of=… stands for as-of=…"""
        return json.loads(self._bytes(path, params))

    def totals(self):
        """How many reports, origins, records and entries there are."""
        return self.get("totals")

    def today(self, as_of=None):
        """What came in on the latest days, and what is due."""
        return self.get("today", as_of=as_of)

    def entry(self, id, as_of=None):
        """One entry with its evidence."""
        return self.get("entries/" + _quoted(id), as_of=as_of)

    def report(self, id):
        """One report, its text and records."""
        return self.get("reports/" + _quoted(id))

    def entity(self, key, **params):
        """A state ("BLR"), person or organisation ("Q184")."""
        return self.get("entities/" + _quoted(key), **params)

    def dyad(self, a, b, **params):
        """What two parties have to do with each other."""
        return self.get(f"dyads/{_quoted(a)}/{_quoted(b)}", **params)

    def plans(self, q="", **params):
        """What is announced, and what became of it."""
        return self.get("plans", q=q, **params)

    def counts(self, q="", as_of=None):
        """Numbers of entries by month, kind and type."""
        return self.get("counts", q=q, as_of=as_of)["counts"]

    # Many entries.

    def entries(self, q="", as_of=None, limit=None, page=500):
        """The entries that match a query, latest first, page by page; at most limit."""
        before, n = None, 0
        while True:
            answer = self.get("entries", q=q, as_of=as_of, limit=page, before=before)
            for e in answer["entries"] or []:
                if limit is not None and n >= limit:
                    return
                n += 1
                yield e
            before = answer.get("next")
            if not before:
                return

    def table(self, q="", table="entries", as_of=None):
        """Flat rows (a dict a row, all values text) of entries, parties, claims, evidence or reports."""
        text = self._bytes("export", {"q": q, "as_of": as_of, "format": "csv", "table": table}).decode("utf-8")
        return list(csv.DictReader(io.StringIO(text)))

    def export(self, file, q="", format="parquet", **params):
        """Writes all that matches into a file: csv, parquet, jsonld, graphml, gexf, ftm, polecat, icews, gdelt, phoenix."""
        data = self._bytes("export", {"q": q, "format": format, **params})
        with open(file, "wb") as f:
            f.write(data)

    def correct(self, action, author, reason, **fields):
        """Adds a correction: reject, edit, merge, split, same or apart (docs/api.md)."""
        body = json.dumps({"action": action, "author": author, "reason": reason, **fields}).encode()
        return json.loads(self._send("corrections", body))

    # How it asks.

    def _address(self, path, params=None):
        given = {k.replace("_", "-"): v for k, v in (params or {}).items() if v not in (None, "")}
        query = urllib.parse.urlencode(given, doseq=True)
        return f"{self.base}/api/v1/{path}" + ("?" + query if query else "")

    def _bytes(self, path, params):
        address = self._address(path, params)
        kept = self._kept.get(address)
        request = urllib.request.Request(address, headers={"If-None-Match": kept[0]} if kept else {})
        try:
            with self._open(request) as answer:
                data, tag = answer.read(), answer.headers.get("ETag")
        except urllib.error.HTTPError as e:
            if e.code == 304 and kept:
                return kept[1]
            raise _problem(e) from None
        if tag:
            self._kept[address] = (tag, data)
        return data

    def _send(self, path, body):
        request = urllib.request.Request(self._address(path), data=body, headers={"Content-Type": "application/json"})
        try:
            with self._open(request) as answer:
                return answer.read()
        except urllib.error.HTTPError as e:
            raise _problem(e) from None

    def _open(self, request, tries=3):
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        while True:
            try:
                return urllib.request.urlopen(request, timeout=self.timeout)
            except urllib.error.HTTPError as e:
                tries -= 1
                if e.code != 503 or tries == 0 or request.data is not None:
                    raise
                time.sleep(min(float(e.headers.get("Retry-After") or 1), 10))


def _quoted(part):
    return urllib.parse.quote(str(part), safe="")


def _problem(e):
    try:
        p = json.loads(e.read())
        detail = p.get("detail") or p.get("title")
        hints = [x["message"] for x in p.get("errors") or [] if x.get("message")]
        return DepescheError(e.code, detail, [h for h in hints if h not in detail])
    except ValueError:
        return DepescheError(e.code, e.reason)

